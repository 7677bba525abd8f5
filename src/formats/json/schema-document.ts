/**
 * The format as a JSON Schema, made from the code's own schema so that the two cannot differ. Text
 * editors use it to complete and check files; kinds, ratings and weights are explained as in the menus.
 * What must hold between records no JSON Schema can say: the program's own check does.
 */
import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema'
import { idPattern } from '../../model/ids.ts'
import {
  answerWords,
  answers,
  directionNames,
  directions,
  nodeKindNames,
  nodeKinds,
  ratingNames,
  ratings,
  relationKindNames,
  relationKinds,
  weightNames,
  weights,
} from '../../model/kinds.ts'
import {
  answerSchema,
  evaluationSchema,
  excerptSchema,
  graphSchema,
  layoutSchema,
  mutedSchema,
  nodeSchema,
  relationSchema,
  sectionSchema,
  sourceSchema,
} from '../../model/schema.ts'

/** The text of argument-graph.schema.json (JSON Schema draft 2020-12), with a final newline. */
export function schemaText(): string {
  const { $schema, ...rest } = toJsonSchema(graphSchema, {
    target: 'draft-2020-12',
    definitions: {
      source: sourceSchema,
      section: sectionSchema,
      node: nodeSchema,
      excerpt: excerptSchema,
      answer: answerSchema,
      relation: relationSchema,
      evaluation: evaluationSchema,
      layout: layoutSchema,
    },
    overrideSchema: ({ valibotSchema, jsonSchema }) => {
      if (valibotSchema.type === 'picklist') return choices(jsonSchema.enum ?? [])
      // Keys are ids, but for those of answers (questions), of muted (rules) and of ext (names of formats).
      const value: unknown = Reflect.get(valibotSchema, 'value')
      const isOfRecords =
        valibotSchema.type === 'record' &&
        value !== answerSchema &&
        value !== mutedSchema &&
        Object.keys(jsonSchema.additionalProperties ?? {}).length > 0
      return isOfRecords ? { ...jsonSchema, propertyNames: { pattern: idPattern.source } } : undefined
    },
  })
  const document = {
    $schema,
    title: 'Argument graph',
    description:
      'A policy argument as a graph of statements and the relations between them, as Counterpoint saves it.',
    ...rest,
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

/** Every vocabulary with what its words mean. */
const vocabularies: readonly (readonly {
  readonly name: string
  readonly title: string
  readonly hint?: string
}[])[] = [
  nodeKindNames.map((name) => ({ name, title: nodeKinds[name].label, hint: nodeKinds[name].hint })),
  relationKindNames.map((name) => ({
    name,
    title: relationKinds[name].label,
    hint: relationKinds[name].hint,
  })),
  ratingNames.map((name) => ({ name, title: ratings[name].label, hint: ratings[name].hint })),
  weightNames.map((name) => ({ name, title: weights[name].label, hint: weights[name].hint })),
  answerWords.map((name) => ({ name, title: answers[name].label, hint: answers[name].hint })),
  directionNames.map((name) => ({ name, title: directions[name].label })),
]

/** Words to choose from, each explained; as many words as the vocabulary has. */
function choices(words: readonly unknown[]): JsonSchema {
  const vocabulary = vocabularies.find((entries) => entries.every(({ name }, index) => name === words[index]))
  if (!vocabulary) throw new Error(`no vocabulary has the words "${words.join('", "')}"`)
  return {
    type: 'string',
    oneOf: vocabulary.map(({ name, title, hint }) => ({
      const: name,
      title,
      ...(hint ? { description: hint } : {}),
    })),
  }
}
