import { expect, it, vi } from 'vitest';
import { askedAnew } from './asked-anew.ts';

/** A question that is answered when the test says so. */
function question() {
  const answers: ((found: string) => void)[] = [];
  const faults: (() => void)[] = [];
  const ask = vi.fn<() => Promise<string>>(
    () =>
      new Promise((resolve, reject) => {
        answers.push(resolve);
        faults.push(() => reject(new Error('The line was cut')));
      }),
  );
  return { ask, answers, faults };
}

it('what is asked for while an answer is on its way gets a newer one', async () => {
  const { ask, answers } = question();
  const again = askedAnew(ask);
  const first = again();
  const [second, third] = [again(), again()];
  expect(ask).toHaveBeenCalledOnce();
  answers[0]!('nobody is here');
  expect(await first).toBe('nobody is here');
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
  answers[1]!('Yusra is here');
  expect(await Promise.all([second, third])).toEqual(['Yusra is here', 'Yusra is here']);
  const fourth = again();
  expect(ask).toHaveBeenCalledTimes(3);
  answers[2]!('Yusra left');
  expect(await fourth).toBe('Yusra left');
});

it('a question that fails does not stop the next', async () => {
  const { ask, answers, faults } = question();
  const again = askedAnew(ask);
  const first = again();
  const second = again();
  faults[0]!();
  await expect(first).rejects.toThrow('The line was cut');
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
  answers[1]!('Yusra is here');
  expect(await second).toBe('Yusra is here');
});
