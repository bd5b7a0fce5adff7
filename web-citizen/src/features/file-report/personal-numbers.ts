/** What in a public text looks like it belongs to a person: 16 digits of a NIK, or a mobile phone number. */
export function findPersonalNumbers(text: string): { nik: boolean; phone: boolean } {
  const numbers = text.match(/\+?\d(?:[ .-]?\d)*/g) ?? [];
  const plain = numbers.map((number) => number.replace(/[ .-]/g, ''));
  return {
    nik: plain.some((number) => /^\d{16}$/.test(number)),
    phone: plain.some((number) => /^(?:\+?62|0)8\d{7,12}$/.test(number)),
  };
}
