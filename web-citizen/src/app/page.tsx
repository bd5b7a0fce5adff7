import { useEffect, type ReactNode } from 'react';

interface PageProps {
  /** Of the window; the service's name is put behind it. */
  title: string;
  /** As narrow as a form. */
  narrow?: boolean;
  /** The page lays out its own width. */
  bare?: boolean;
  back?: ReactNode;
  className?: string;
  children: ReactNode;
}

let shownBefore = false;

/** The main part of a page. It takes the focus when one page follows another, so that its title is read out. */
export function Page({ title, narrow, bare, back, className = '', children }: PageProps) {
  useEffect(() => {
    document.title = title.includes('LAPOR!') ? title : `${title} – LAPOR!`;
  }, [title]);
  useEffect(() => {
    if (shownBefore) {
      window.scrollTo(0, 0);
      document.getElementById('main')?.focus({ preventScroll: true });
    }
    shownBefore = true;
  }, []);
  const width = bare ? '' : narrow ? 'wrap wrap--form' : 'wrap';
  return (
    <>
      {back}
      <main
        id="main"
        tabIndex={-1}
        className={`${width} ${className}`.trim() || undefined}
        aria-label={title}
      >
        {children}
      </main>
    </>
  );
}
