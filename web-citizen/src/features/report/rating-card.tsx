import { useState } from 'react';
import { Button, Card, Field, Rating, TextArea } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { ChangeFaultNotice } from './change-fault.tsx';
import { RateReportDocument } from './changes.graphql.ts';
import { useReportPage } from './report-page-context.ts';
import { useChange } from './use-change.ts';

export function RatingCard() {
  const t = useT();
  const { reportId } = useReportPage();
  const { change, busy, fault } = useChange(RateReportDocument);
  const [score, setScore] = useState<number | null>(null);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);

  return (
    <Card labelledBy="rate">
      <h2 id="rate" className="h3">
        {t('report.rate')}
      </h2>
      <p className="caption">{t('report.rateHint')}</p>
      <ChangeFaultNotice fault={fault} />
      <Rating
        legend={t('report.rateLegend')}
        name="rating"
        value={score}
        labels={[
          t('report.rating.1'),
          t('report.rating.2'),
          t('report.rating.3'),
          t('report.rating.4'),
          t('report.rating.5'),
        ]}
        onChange={(value) => {
          setScore(value);
          setMissing(false);
        }}
      />
      {score !== null && (
        <Field label={t('report.rateText')} hint={t('common.optional')}>
          <TextArea short rows={2} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        </Field>
      )}
      {missing && (
        <p role="alert" className="error">
          {t('report.rateMissing')}
        </p>
      )}
      <p>
        <Button
          busy={busy}
          onClick={() => {
            if (score === null) setMissing(true);
            else void change({ reportId, score, text: text.trim() || null });
          }}
        >
          {t('report.sendRating')}
        </Button>
      </p>
    </Card>
  );
}
