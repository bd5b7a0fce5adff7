/** The report to open after `number` is dealt with: the one behind it, else the first other one. */
export function nextInQueue(numbers: readonly string[], number: string): string | null {
  const index = numbers.indexOf(number);
  return numbers[index + 1] ?? numbers.find((other) => other !== number) ?? null;
}
