import { useCallback, useSyncExternalStore } from 'react';
import { readChoice, rememberChoice } from './choices.ts';

const listeners = new Set<() => void>();

/** One of a few values that a person chose and the device keeps, the same wherever it is shown; the first one until then. */
export function useChoice<Value extends string>(
  name: string,
  values: readonly [Value, ...Value[]],
): [value: Value, choose: (value: Value) => void] {
  const kept = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => readChoice(name),
  );
  const choose = useCallback(
    (value: Value) => {
      rememberChoice(name, value);
      for (const listener of listeners) listener();
    },
    [name],
  );
  return [values.find((value) => value === kept) ?? values[0], choose];
}
