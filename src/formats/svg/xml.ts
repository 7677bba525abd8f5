/** Any text as the text or an attribute of an XML 1.0 document. */

/** What XML 1.0 allows nowhere, not even as a reference (section 2.2, Char): shown as a replacement character. */
const unwritable = /(?![\t\n\r\u007f-\u009f])[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu

/** What may need a change: halves of characters beyond U+FFFF too, which is asked quickly and rarely true. */
// oxlint-disable-next-line no-control-regex -- these characters are what is looked for
const special = /[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff&<>]/

/** Text between tags. Carriage returns are written as references, since parsers turn them into line feeds. */
export function xmlText(text: string): string {
  // Most texts are fine as they are.
  if (!special.test(text)) return text
  return text
    .replaceAll(unwritable, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

const specialInValue = /[^\w .,:;#()-]/

/** The value of an attribute in double quotes. */
export function xmlAttribute(value: string): string {
  if (!specialInValue.test(value)) return value
  return xmlText(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}
