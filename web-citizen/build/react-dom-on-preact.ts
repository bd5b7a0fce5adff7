import { render, type ComponentChild } from 'preact';

/** The one entry of `react-dom/client` that is used. */
export const createRoot = (container: Element) => ({
  render: (root: ComponentChild) => render(root, container),
});
