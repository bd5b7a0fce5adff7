import { Button, copyIcon, doneIcon, type ButtonProps } from '@lapor/ui';
import { useState } from 'react';
import { useText } from '../language/use-text.ts';
import { copyText } from './copy-text.ts';

interface CopyButtonProps extends Pick<ButtonProps, 'size' | 'variant'> {
  text: string;
  label: string;
  /** What to do instead, where the browser does not allow it. */
  failed?: string;
}

/** Copies a text, and says beside the button whether it could. */
export function CopyButton({ text, label, failed, ...look }: CopyButtonProps) {
  const t = useText();
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <Button
        {...look}
        icon={copied ? doneIcon : copyIcon}
        onClick={() => void copyText(text).then(setCopied)}
      >
        {label}
      </Button>
      <span className="caption" role="status">
        {copied !== null && (copied ? t('copy.done') : (failed ?? t('copy.failed')))}
      </span>
    </>
  );
}
