// What spreadsheets take for the beginning of a formula, full-width forms included; an apostrophe in front makes it text.
const formula = /^'*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;
const escapedFormula = /^'+[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;

// Where semicolons or tabs part cells (as in Indonesia's spreadsheets), a file with commas is cut in the middle of a cell, quotes or not.
const innerFormula = /([;\t\r\n][^\S\t\r\n]*)('*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/g;
const escapedInnerFormula = /([;\t\r\n][^\S\t\r\n]*)'('*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/g;

/** A cell that no spreadsheet computes, nor a part of it. */
export const safeCell = (value: string): string => {
  const inside = value.replace(innerFormula, "$1'$2");
  return formula.test(inside) ? `'${inside}` : inside;
};

/** What was meant by a cell: the opposite of `safeCell`. */
export const meantByCell = (cell: string): string =>
  (escapedFormula.test(cell) ? cell.slice(1) : cell).replace(escapedInnerFormula, '$1$2');
