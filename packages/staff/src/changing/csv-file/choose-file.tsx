import { Button, fileIcon, Notice, Skeleton } from '@lapor/ui';
import { useRef } from 'react';
import { useText } from '../../language/use-text.ts';
import type { CheckedFile } from './use-checked-file.ts';

/** The button for a file, its name, and how checking it goes. */
export function ChooseFile({ file }: { file: CheckedFile<unknown> }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const { chosen, busy, fault } = file;
  return (
    <>
      <p className="row">
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,text/csv,text/plain"
          onChange={(event) => {
            const picked = event.currentTarget.files?.[0];
            if (picked) void file.choose(picked);
            event.currentTarget.value = '';
          }}
        />
        <Button icon={fileIcon} busy={busy} onClick={() => input.current?.click()}>
          {t(chosen ? 'csvFile.chooseOther' : 'csvFile.choose')}
        </Button>
        {chosen && <span>{chosen.name}</span>}
      </p>
      {fault && (
        <Notice tone="danger" role="alert">
          <p>{t(fault)}</p>
          {chosen && (
            <p className="top-gap-2">
              <Button size="small" onClick={() => void file.again()}>
                {t('retry')}
              </Button>
            </p>
          )}
        </Notice>
      )}
      {busy && <Skeleton label={t('csvFile.checking')} lines={3} />}
    </>
  );
}
