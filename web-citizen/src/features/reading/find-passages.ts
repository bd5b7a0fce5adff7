const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Whether each word that is looked for begins a word of the text, however it is written. */
export function isAbout(text: string, search: string): boolean {
  const words = plain(text).split(/[^\p{L}\p{N}%]+/u);
  return plain(search)
    .split(/[^\p{L}\p{N}%]+/u)
    .filter(Boolean)
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}
