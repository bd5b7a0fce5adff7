// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useFilesFirst } from './use-files-first.ts';

afterEach(cleanup);

function files() {
  const send = vi.fn<() => void>();
  const { result } = renderHook(() => useFilesFirst(send));
  const say = (sending: boolean, failed = false) => act(() => result.current.onSending(sending, failed));
  const press = () => act(() => result.current.sendThen());
  return { send, say, press, form: () => result.current };
}

it('what is sent while a file is on its way goes once, as soon as the file has arrived', () => {
  const { send, say, press, form } = files();
  say(true);
  press();
  press();
  expect(form()).toMatchObject({ isSending: true, waits: true });
  expect(send).not.toHaveBeenCalled();
  say(false);
  expect(send).toHaveBeenCalledOnce();
  expect(form()).toMatchObject({ isSending: false, waits: false });
  say(true);
  say(false);
  expect(send).toHaveBeenCalledOnce();
});

it('goes without no file: one that could not be sent is for a person to see', () => {
  const { send, say, press, form } = files();
  say(true);
  press();
  say(false, true);
  expect(send).not.toHaveBeenCalled();
  expect(form().waits).toBe(false);
  say(true, true);
  say(false);
  expect(send).not.toHaveBeenCalled();
});
