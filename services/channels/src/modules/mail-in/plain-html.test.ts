import { expect, it } from 'vitest';
import { plainHtml } from './plain-html.ts';

it('keeps the words of HTML, a line for each paragraph, and nothing that runs or is hidden', () => {
  expect(
    plainHtml(
      '<html><head><title>x</title><style>p { color: red }</style></head><body><p>Jalan <b>rusak</b> &amp; gelap</p><div>Padang&nbsp;&#233;</div><script>alert(1)</script></body></html>',
    )
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ).toEqual(['Jalan rusak & gelap', 'Padang é']);
});

it('ends soon, whatever it is given', () => {
  for (const piece of ['<', '<a ', '<style>', '<div>', '</style', '&#', '<!--', '<head><style>']) {
    const began = performance.now();
    plainHtml(piece.repeat(1_000_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  }
});
