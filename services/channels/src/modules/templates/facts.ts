/** What a template may say, as the event brings it. */
export type Facts = Readonly<Record<string, string | null | undefined>>;

const LONGEST_FACT = 200;

/** A fact as plain words on one line: nothing in it can end a header line or pretend to be another paragraph. */
export function plainFacts(facts: Facts): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, value ? plain(value) : undefined]),
  );
}

const plain = (value: string): string | undefined =>
  value
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_FACT)
    .toWellFormed() || undefined;
