import { saveFile, writeCsv } from '@lapor/staff/csv';
import { useToday } from '@lapor/staff/decisions';
import { Button, downloadIcon } from '@lapor/ui';
import { useText } from '../app/use-text.ts';
import type { UnitRow } from './unit-rows.ts';

/** The table of units as a file for a spreadsheet. */
export function UnitCsvButton({ rows }: { rows: readonly UnitRow[] }) {
  const t = useText();
  const today = useToday();
  const header = [
    t('inbox.unit'),
    t('unitView.open'),
    t('bucket.OVERDUE'),
    `${t('unitView.onTime')} (%)`,
    t('unitView.lateSteps'),
    t('unitView.age.openUpTo7Days'),
    t('unitView.age.openUpTo30Days'),
    t('unitView.age.openUpTo60Days'),
    t('unitView.age.openLonger'),
    t('unitView.received'),
    t('unitView.completed'),
    t('unitView.toFollowUp'),
    t('unitView.satisfaction'),
    t('unitView.rated'),
  ];
  const lines = () =>
    rows.map(({ name, open, period }) => [
      name,
      open?.open ?? 0,
      open?.overdue ?? 0,
      period?.steps?.onTimeRate ?? null,
      period?.steps?.late ?? 0,
      open?.openUpTo7Days ?? 0,
      open?.openUpTo30Days ?? 0,
      open?.openUpTo60Days ?? 0,
      open?.openLonger ?? 0,
      period?.received ?? 0,
      period?.completed ?? 0,
      period?.toFollowUp?.medianDaysWithOpen ?? period?.toFollowUp?.medianDays ?? null,
      period?.averageRating ?? null,
      period?.rated ?? 0,
    ]);
  return (
    <Button
      size="small"
      icon={downloadIcon}
      disabled={rows.length === 0}
      onClick={() => saveFile(`${t('unitView.fileName')}-${today}.csv`, writeCsv(header, lines()))}
    >
      {t('table.download')}
    </Button>
  );
}
