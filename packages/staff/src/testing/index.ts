/** For tests of screens: a signed-in officer, words, routes, and a graph that answers as the test says. */
export { renderConsole, type Answers, type RenderedConsole } from './render-console.tsx';
export { useVerifyingKeys } from '../keyboard/verifying-keys.ts';
export { tellLive } from './live-line.ts';
