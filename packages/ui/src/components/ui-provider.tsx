import { createContext, useContext, type ComponentType, type ReactNode } from 'react';
import type { AnchorHTMLAttributes } from 'react';

export type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** The words that sit inside components. Everything else comes as props and children. */
export interface UiWords {
  /** Read out before an error, e.g. "Kesalahan:". */
  error: string;
  /** Name of every close button, e.g. "Tutup". */
  close: string;
  /** Read out before a step that is behind, e.g. "Selesai:". */
  stepDone: string;
}

interface Ui {
  link: ComponentType<AnchorProps>;
  words: UiWords;
}

const PlainAnchor = ({ children, ...rest }: AnchorProps) => <a {...rest}>{children}</a>;
const UiContext = createContext<Ui>({ link: PlainAnchor, words: { error: '', close: '', stepDone: '' } });

/** Gives every component below it the router's link and the application's words. */
export function UiProvider({ link, words, children }: Ui & { children: ReactNode }) {
  return <UiContext.Provider value={{ link, words }}>{children}</UiContext.Provider>;
}

export const useUiWords = () => useContext(UiContext).words;

/** A link through the application's router; `href` is a path of the application, a query of this page, or a whole address. */
export function Anchor(props: AnchorProps) {
  const { link: Link } = useContext(UiContext);
  return isOutside(props.href) ? <PlainAnchor {...props} /> : <Link {...props} />;
}

const isOutside = (href: string) => !/^[/?]/.test(href) || href.startsWith('//');
