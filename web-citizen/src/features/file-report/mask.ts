/** Enough of a number to recognise it by, not enough to copy it from over a shoulder: "08•• •••• ••12". */
export function mask(number: string): string {
  const digits = number.replace(/[\s.-]/g, '');
  const hidden = digits.slice(0, 2) + '•'.repeat(Math.max(0, digits.length - 4)) + digits.slice(-2);
  return hidden.replace(/(.{4})(?=.)/g, '$1 ');
}
