/** Words and passwords that are tried first, each list a few hundred kilobytes: loaded when the first password is judged. */
async function lists(): Promise<readonly (readonly string[])[]> {
  const [common, indonesian] = await Promise.all([
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-id'),
  ]);
  return [
    common.dictionary['passwords-common'],
    indonesian.dictionary['commonWords-id'],
    indonesian.dictionary['names-id'],
    indonesian.dictionary['wikipedia-id'],
  ];
}

const FEWEST_CHARACTERS = 5;

/**
 * Whether a password is one of the common ones, or one with digits and signs around it ("bismillah2024!"), twice the same
 * ("rahasiarahasia"), a run ("123456789012") or a few characters over and over ("121212121212").
 */
export async function isCommon(password: string): Promise<boolean> {
  const text = password.normalize('NFKC').toLowerCase();
  if (new Set(text).size < FEWEST_CHARACTERS || isRun(text)) return true;
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const candidates = [text, core, half(text), half(core)].filter((candidate) => candidate.length > 0);
  // A linear search takes a fraction of what hashing the password takes, and no second copy of the lists in memory.
  return (await lists()).some((list) => candidates.some((candidate) => list.includes(candidate)));
}

/** The repeated half of a word said twice, else nothing. */
function half(text: string): string {
  const middle = text.length / 2;
  const first = text.slice(0, middle);
  return Number.isInteger(middle) && first === text.slice(middle) ? first : '';
}

/** Each character follows its neighbour, up or down, nine to nought included. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0)!);
  const steps = codes.slice(1).map((code, index) => {
    const step = code - codes[index]!;
    return /\d/.test(text[index]!) && Math.abs(step) === 9 ? -Math.sign(step) : step;
  });
  return Math.abs(steps[0] ?? 0) === 1 && steps.every((step) => step === steps[0]);
}
