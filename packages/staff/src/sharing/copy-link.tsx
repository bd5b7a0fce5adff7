import { Button, copyIcon, useToast } from '@lapor/ui';
import { useHref } from 'react-router';
import { useText } from '../language/use-text.ts';
import { copyText } from './copy-text.ts';

/** Copies the address of a page, as it is narrowed, for a colleague. @param to page and query within the console. */
export function CopyLink({ to, told }: { to: string; told?: string }) {
  const t = useText();
  const toast = useToast();
  const address = useHref(to);
  const copy = async () => {
    const copied = await copyText(new URL(address, window.location.origin).href);
    toast({ text: copied ? (told ?? t('link.copied')) : t('link.copyFailed') });
  };
  return (
    <Button size="small" icon={copyIcon} className="no-print" onClick={() => void copy()}>
      {t('link.copy')}
    </Button>
  );
}
