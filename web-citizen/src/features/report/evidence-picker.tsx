import { useRef } from 'react';
import { Button, FileItem, FileList, cameraIcon } from '@lapor/ui';
import { formatMegabytes } from '@lapor/wording';
import { useT, useWords } from '../../app/language-provider.tsx';
import { accepted } from '../file-report/accepted.ts';
import type { Evidence, EvidenceFile } from './use-evidence.ts';

/** Adds photographs or documents to a reply. */
export function EvidencePicker({ evidence }: { evidence: Evidence }) {
  const t = useT();
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const noteOf = (file: EvidenceFile) => {
    if (file.fault) return t(`report.upload.${file.fault}`);
    if (file.progress !== null) return t('file.uploading', { percent: Math.round(file.progress * 100) });
    return formatMegabytes(words, file.sizeBytes);
  };
  return (
    <div className="stack stack-2">
      <Button variant="quiet" icon={cameraIcon} onClick={() => input.current?.click()}>
        {t('report.addPhoto')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accepted}
        onChange={(event) => {
          const { files } = event.currentTarget;
          if (files) void evidence.add([...files]);
          event.currentTarget.value = '';
        }}
      />
      {evidence.files.length > 0 && (
        <FileList>
          {evidence.files.map((file) => (
            <FileItem
              key={file.key}
              name={file.fileName}
              note={noteOf(file)}
              progress={
                file.progress === null
                  ? undefined
                  : { share: file.progress, label: t('file.uploadOf', { name: file.fileName }) }
              }
              remove={{
                label: t('file.removePhoto', { name: file.fileName }),
                onRemove: () => evidence.remove(file.key),
              }}
            />
          ))}
        </FileList>
      )}
      {evidence.isBlocked && (
        <p className="error" role="alert">
          {t('report.fileNotSent')}
        </p>
      )}
    </div>
  );
}
