// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useSteadyBelow } from './use-steady-below.ts';

const BAR = 48;
let scrolled: number[];
beforeEach(() => {
  scrolled = [];
  vi.spyOn(window, 'scrollBy').mockImplementation(((to: ScrollToOptions) => scrolled.push(to.top!)) as never);
  // There is no layout here: what stands below is pushed while the bar is not hidden.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const bar = this.previousElementSibling as HTMLElement | null;
    return { top: bar && bar.style.display !== 'none' ? BAR : 0 } as DOMRect;
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  Object.defineProperty(window, 'scrollY', { value: 0, configurable: true });
});

function List({ isShown }: { isShown: boolean }) {
  const bar = useRef<HTMLDivElement>(null);
  useSteadyBelow(bar, isShown);
  return (
    <>
      <div ref={bar}>{isShown && '2 laporan baru'}</div>
      <ul />
    </>
  );
}

it('what is read further down stays where it is when the bar comes and goes', () => {
  Object.defineProperty(window, 'scrollY', { value: 600, configurable: true });
  const { rerender } = render(<List isShown={false} />);
  rerender(<List isShown />);
  rerender(<List isShown={false} />);
  expect(scrolled).toEqual([BAR, -BAR]);
});

it('at the top of the page the bar itself is seen', () => {
  const { rerender } = render(<List isShown={false} />);
  rerender(<List isShown />);
  expect(scrolled).toEqual([]);
});
