/** Texts that mean something to one format or another, and random ones made of such pieces. */
import fc from 'fast-check'

const hostileTexts = [
  'end',
  '"]',
  'a"]-->b',
  '`code` **bold** _it_ ~~no~~ $x$',
  '1. one\n2) two\n- three\n+ four\n# five\n> six',
  'a\n---\nb\n===\nc',
  '[x](y) ![x](y) [^1] <a href="x">',
  'https://example.org/a_b?c=d&e=f www.example.org me@example.org',
  '<script>alert(1)</script>',
  '&lt;&amp;&#35; #quot; #35;',
  '%%{init: {"theme":"dark"}}%% %% comment',
  'fa:fa-car $$x^2$$',
  '\\n\\N\\G\\l\\ \\',
  'style: x"y";z classDef a:b#c',
  '👩‍👩‍👧‍👦 الطرق تخفض 道路降低,贸易',
  '=1+1',
  '-1',
  '@SUM(A1)',
  '+1,"2"',
  '\t=1',
  '',
  '   ',
  '\u0000\u0007\uFFFF',
  '\uD800 half',
  'a\u2028b\r\nc\rd',
  ']]> --> */ %>',
  '__proto__',
  '| a | b |\n|---|---|',
  '    indented',
] as const

/** Hostile texts, pieces of them joined, and random strings. */
export const arbitraryHostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.array(fc.constantFrom(...hostileTexts), { minLength: 2, maxLength: 4 }).map((texts) => texts.join(' ')),
  fc.string({ unit: fc.constantFrom(...'"\\`*_[]<>#&-+=.!|~$%@:;/(){}^ \nab1é'.split('')), maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
