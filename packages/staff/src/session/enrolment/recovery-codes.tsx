import { Button, Checkbox, downloadIcon, FieldError, Notice, printIcon } from '@lapor/ui';
import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../language/use-text.ts';
import { CopyButton } from '../../sharing/copy-button.tsx';
import { recoverySheet } from './recovery-sheet.ts';

interface RecoveryCodesProps {
  codes: readonly string[];
  /** Whose they are, for the paper. */
  email: string;
  doneLabel: string;
  onDone: () => void;
}

/** Recovery codes, shown this once: copy, download, print, and a word that they are stored before it goes on. */
export function RecoveryCodes({ codes, email, doneLabel, onDone }: RecoveryCodesProps) {
  const t = useText();
  const [stored, setStored] = useState(false);
  const [missing, setMissing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const check = useRef<HTMLDivElement>(null);
  const fault = useId();
  useEffect(() => heading.current?.focus(), []);

  const account = t('enrol.codesFor', { email });
  const sheet = recoverySheet(codes, {
    title: t('enrol.codesTitle'),
    account,
    hint: t('enrol.codesHint'),
  });

  return (
    <div className="stack">
      <div className="recovery-sheet stack stack-2">
        <h2 className="h3" ref={heading} tabIndex={-1}>
          {t('enrol.codesTitle')}
        </h2>
        <p className="caption">{account}</p>
        <ol className="recovery-codes">
          {codes.map((code) => (
            <li key={code} className="code">
              {code}
            </li>
          ))}
        </ol>
        <p>{t('enrol.codesHint')}</p>
      </div>
      <Notice tone="warning" title={t('enrol.codesOnce')}>
        <p>{t('enrol.codesOnceHint')}</p>
      </Notice>
      <div className="row row--tight">
        <CopyButton text={codes.join('\n')} label={t('enrol.copy')} failed={t('enrol.notCopied')} />
        <Button icon={downloadIcon} onClick={() => downloadText('lapor-kode-pemulihan.txt', sheet)}>
          {t('enrol.download')}
        </Button>
        <Button icon={printIcon} onClick={() => window.print()}>
          {t('enrol.print')}
        </Button>
      </div>
      <div ref={check} className={missing && !stored ? 'field--error' : undefined}>
        {missing && !stored && <FieldError id={fault}>{t('enrol.storedNeeded')}</FieldError>}
        <Checkbox
          label={t('enrol.stored')}
          checked={stored}
          aria-describedby={missing && !stored ? fault : undefined}
          aria-invalid={(missing && !stored) || undefined}
          onChange={(event) => setStored(event.currentTarget.checked)}
        />
      </div>
      <Button
        variant="primary"
        block
        onClick={() => {
          if (stored) return onDone();
          setMissing(true);
          check.current?.querySelector('input')?.focus();
        }}
      >
        {doneLabel}
      </Button>
    </div>
  );
}

function downloadText(fileName: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
