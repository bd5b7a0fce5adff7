import { ChoiceFilter } from '@lapor/staff';
import { Select } from '@lapor/ui';
import { useText } from '../words.ts';
import { COMPARISONS, presetsFor, untilToday } from '../address/periods.ts';
import type { Room } from '../address/use-room.ts';
import { OwnDays } from './own-days.tsx';

const OWN = 'sendiri';

/** Which days are counted, and with which they are compared. */
export function PeriodControl({ room, compares }: { room: Room; compares: boolean }) {
  const t = useText();
  const { preset, standard, period, comparison, today, isOutsider, set } = room;
  const shown = untilToday(period, today);
  return (
    <>
      <Select
        aria-label={t('room.period')}
        className="filter-select"
        value={preset ?? OWN}
        onChange={({ currentTarget: { value } }) => {
          if (value === OWN) set({ periode: '', dari: shown.from, sampai: shown.to });
          else set({ periode: value === standard ? '' : value, dari: '', sampai: '' });
        }}
      >
        {presetsFor(isOutsider).map((one) => (
          <option key={one} value={one}>
            {t(`room.preset.${one}`)}
          </option>
        ))}
        <option value={OWN}>{t('room.preset.own')}</option>
      </Select>
      {preset === null && <OwnDays room={room} />}
      {compares && (
        <ChoiceFilter
          label={t('room.comparison')}
          all={t('room.comparison.sebelumnya')}
          value={comparison === COMPARISONS[0] ? '' : comparison}
          options={COMPARISONS.slice(1).map((value) => ({ value, label: t(`room.comparison.${value}`) }))}
          onChange={(banding) => set({ banding })}
        />
      )}
    </>
  );
}
