/**
 * Schemes between AIF and this program. AIF writes `ExpertOpinion` in a field, "Expert Opinion" as a text or
 * only AIFdb's number in another list; names are compared without case and blanks. A scheme that is not in
 * our table keeps its name as an id and asks nothing. Names are those of the AIF ontology 1.0 where it has
 * one; numbers are those found in nodesets of AIFdb.
 */
import { schemeIds } from '../../reasoning/schemes.ts'

/** Where AIF's name is not simply ours in capitals. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['sunk-cost', 'Waste'],
  ['slippery-slope', 'FullSlipperySlope'],
  ['lack-of-evidence', 'Ignorance'],
  ['classification', 'VerbalClassification'],
])

const numbers: ReadonlyMap<string, string> = new Map([
  ['1', 'Analogy'],
  ['4', 'CauseToEffect'],
  ['6', 'Commitment'],
  ['7', 'CorrelationToCause'],
  ['14', 'Example'],
  ['15', 'ExpertOpinion'],
  ['16', 'FalsificationOfHypothesis'],
  ['17', 'FearAppeal'],
  ['19', 'Ignorance'],
  ['20', 'InconsistentCommitment'],
  ['23', 'PopularOpinion'],
  ['25', 'PopularPractice'],
  ['26', 'PositionToKnow'],
  ['28', 'PracticalReasoning'],
  ['30', 'Sign'],
  ['31', 'VerbalClassification'],
  ['35', 'ModusPonens'],
  ['61', 'EstablishedRule'],
  ['62', 'ExceptionalCase'],
  ['160', 'ArgumentFromAuthority'],
  ['172', 'Ad hominem'],
])

/** Further names of the AIF ontology, which may stand in a text. */
const furtherNames = [
  'ArbitraryVerbalClassification',
  'Bias',
  'CausalSlipperySlope',
  'CircumstantialAdHominem',
  'Dilemma',
  'DirectAdHominem',
  'Ethotic',
  'EvidenceToHypothesis',
  'Gradualism',
  'InconsistentCommitment',
  'NegativeConsequences',
  'PositiveConsequences',
  'PrecedentSlipperySlope',
  'VagueVerbalClassification',
  'VerbalSlipperySlope',
]

/** AIF's name of a scheme: "ExpertOpinion". */
export function aifNameOf(scheme: string): string {
  return (
    otherNames.get(scheme) ??
    scheme.replaceAll(/(?:^|[-_\s]+)([^-_\s])/g, (_, first: string) => first.toUpperCase())
  )
}

/** Ids by AIF's names and our own, without case and blanks. */
const byName: ReadonlyMap<string, string> = new Map([
  ...[...numbers.values(), ...furtherNames].map((name) => [bare(name), idLike(name)] as const),
  ...schemeIds.flatMap((id) => [[bare(id), id] as const, [bare(aifNameOf(id)), id] as const]),
])

/** The longest name that is taken for one. */
const longest = 100

/** The scheme that a field of AIF names; undefined for the default ones, which say nothing. */
export function schemeNamed(name: string): string | undefined {
  if (name.length > longest || isDefault(name)) return undefined
  const id = byName.get(bare(name)) ?? idLike(name)
  return id === '' ? undefined : id
}

/** The scheme that a text names, which may as well be anything else: known names only. */
export function schemeInText(text: string): string | undefined {
  return text.length > longest || isDefault(text) ? undefined : byName.get(bare(text))
}

/** The scheme with one of AIFdb's numbers, of those that are known. */
export function schemeNumbered(number: string): string | undefined {
  const name = numbers.get(number)
  return name === undefined ? undefined : schemeNamed(name)
}

function isDefault(name: string): boolean {
  return /^\s*(?:default\b.*|RA|CA|MA|)\s*$/i.test(name)
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** "ArgumentFromAuthority" and "Ad hominem" as ids: "argument-from-authority", "ad-hominem". */
function idLike(name: string): string {
  return name
    .trim()
    .replaceAll(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, '-')
    .replaceAll(/[\s_-]+/g, '-')
    .toLowerCase()
}
