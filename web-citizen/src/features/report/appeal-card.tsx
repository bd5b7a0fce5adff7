import { useState } from 'react';
import { Button, Card, undoIcon } from '@lapor/ui';
import { useT, useReportWords } from '../../app/language-provider.tsx';
import type { ArchiveCode } from '@lapor/wording';
import { AppealArchiveDocument } from './changes.graphql.ts';
import { useReportPage } from './report-page-context.ts';
import { TextForm } from './text-form.tsx';
import { useChange } from './use-change.ts';
import { useKeptText } from './use-kept-text.ts';

/** An archived report: why, and the way to object. */
export function AppealCard({ code }: { code: ArchiveCode | null }) {
  const t = useT();
  const words = useReportWords();
  const { reportId, number } = useReportPage();
  const { change, busy, fault } = useChange(AppealArchiveDocument);
  const [begun] = useKeptText(`appeal-${number}`);
  const [open, setOpen] = useState(begun !== '');
  return (
    <Card labelledBy="appeal" asking>
      <div>
        <h2 id="appeal" className="h3">
          {t('report.archived')}
        </h2>
        {code && <p>{t('report.archivedWhy', { reason: words.archiveCodes[code] })}</p>}
        <p className="caption">{t('report.appealHint')}</p>
      </div>
      {open ? (
        <TextForm
          keep={`appeal-${number}`}
          label={t('report.appealText')}
          send={t('report.sendAppeal')}
          busy={busy}
          fault={fault}
          onCancel={() => setOpen(false)}
          onSend={(text) => change({ reportId, text })}
        />
      ) : (
        <p>
          <Button icon={undoIcon} onClick={() => setOpen(true)}>
            {t('report.appeal')}
          </Button>
        </p>
      )}
    </Card>
  );
}
