import { FilterButton, TextInput } from '@lapor/ui';
import { useQuery } from 'urql';
import { useText } from '../language/use-text.ts';
import { OfficerNameDocument } from './audit.graphql.ts';

/** From day to day, both in it. */
export function DayFilters({
  from,
  until,
  onChange,
}: {
  from: string;
  until: string;
  onChange: (part: { dari?: string; sampai?: string }) => void;
}) {
  const t = useText();
  return (
    <>
      <label className="filter-day">
        <span>{t('audit.from')}</span>
        <TextInput
          type="date"
          value={from}
          max={until || undefined}
          onChange={(event) => onChange({ dari: event.currentTarget.value })}
        />
      </label>
      <label className="filter-day">
        <span>{t('audit.until')}</span>
        <TextInput
          type="date"
          value={until}
          min={from || undefined}
          onChange={(event) => onChange({ sampai: event.currentTarget.value })}
        />
      </label>
    </>
  );
}

/** Somebody chosen from the list; a press takes the filter off. Nothing without a choice. */
export function PersonFilter({ label, id, onClear }: { label: string; id: string; onClear: () => void }) {
  const t = useText();
  const [{ data }] = useQuery({ query: OfficerNameDocument, variables: { id }, pause: id === '' });
  if (id === '') return null;
  return (
    <FilterButton active removeLabel={t('filter.remove')} onClick={onClear}>
      {label}: {data?.officer?.name ?? id.slice(0, 8)}
    </FilterButton>
  );
}
