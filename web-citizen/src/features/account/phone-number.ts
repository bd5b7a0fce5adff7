/** "+6281200000000" as people read it: "+62 812 0000 0000". */
export const formatPhone = (number: string): string =>
  `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6).replace(/(.{4})(?=.)/g, '$1 ')}`;
