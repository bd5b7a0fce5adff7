interface SheetWords {
  title: string;
  account: string;
  hint: string;
}

/** The recovery codes as a text file that still says in a year what it is. */
export const recoverySheet = (codes: readonly string[], { title, account, hint }: SheetWords): string =>
  [title, account, '', ...codes, '', hint, ''].join('\n');
