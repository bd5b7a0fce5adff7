import { useEffect, useId, useState, type FormEvent } from 'react';
import { Anchor, Button, Field, Select, TextInput, filterIcon, searchIcon } from '@lapor/ui';
import { useT, useWords } from '../../app/language-provider.tsx';
import { ActiveFilters } from './active-filters.tsx';
import { AgencyFilter } from './agency-filter.tsx';
import { countText } from './count-text.ts';
import type { FilterProps } from './filter-props.ts';
import { orderOf, orders, type ListFilter } from './list-filter.ts';
import { PlaceFilter } from './place-filter.tsx';

/** Search and filters. Choices carry how many reports stand behind them, and those without any are not offered. */
export function ListFilters({ filter, found, onChange }: FilterProps) {
  const t = useT();
  const words = useWords();
  const foldId = useId();
  const [unfolded, setUnfolded] = useState(false);
  const [search, setSearch] = useState(filter.search);
  useEffect(() => setSearch(filter.search), [filter.search]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({ ...filter, search: search.trim() });
  };
  const facets = found?.reportFacets;
  return (
    <div className="card stack">
      <form className="search-row" role="search" onSubmit={submit}>
        <Field label={t('list.search')} hint={t('list.searchHint')}>
          <TextInput
            type="search"
            icon={searchIcon}
            value={search}
            maxLength={200}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </Field>
        <Button type="submit">{t('list.searchDo')}</Button>
      </form>
      <Button
        className="only-narrow"
        variant="quiet"
        icon={filterIcon}
        aria-expanded={unfolded}
        aria-controls={foldId}
        onClick={() => setUnfolded(!unfolded)}
      >
        {t('list.filters')}
      </Button>
      <div id={foldId} className={unfolded ? 'grid-3' : 'grid-3 folded'}>
        <PlaceFilter filter={filter} found={found} onChange={onChange} />
        <Choice
          label={t(filter.categoryId ? 'list.subcategory' : 'file.category')}
          value=""
          none={t(filter.categoryId ? 'list.allBelow' : 'list.all')}
          options={(facets?.categories ?? []).map((facet) => ({
            value: facet.category.id,
            label: `${facet.category.name} (${countText(words, facet)})`,
          }))}
          onChoose={(categoryId) => onChange({ ...filter, categoryId })}
        />
        <AgencyFilter onPick={(organisationId) => onChange({ ...filter, organisationId })} />
        <Choice
          label={t('list.state')}
          value={filter.state ?? ''}
          none={t('list.all')}
          options={withChosen(
            (facets?.states ?? []).map((facet) => ({
              value: facet.state as string,
              label: `${words.states[facet.state]} (${countText(words, facet)})`,
            })),
            filter.state,
            filter.state && words.states[filter.state],
          )}
          onChoose={(state) => onChange({ ...filter, state: state as ListFilter['state'] })}
        />
        <Choice
          label={t('list.kind')}
          value={filter.kind ?? ''}
          none={t('list.all')}
          options={withChosen(
            (facets?.kinds ?? []).map((facet) => ({
              value: facet.kind as string,
              label: `${words.kinds[facet.kind]} (${countText(words, facet)})`,
            })),
            filter.kind,
            filter.kind && words.kinds[filter.kind],
          )}
          onChoose={(kind) => onChange({ ...filter, kind: kind as ListFilter['kind'] })}
        />
        <Field label={t('list.order')}>
          <Select
            value={orderOf(filter)}
            onChange={(event) => {
              const chosen = orders.find((order) => order === event.currentTarget.value) ?? null;
              onChange({
                ...filter,
                order: chosen === orderOf({ ...filter, order: null }) ? null : chosen,
              });
            }}
          >
            {orders
              .filter((order) => order !== 'RELEVANCE' || filter.search)
              .map((order) => (
                <option key={order} value={order}>
                  {t(`list.order.${order}`)}
                </option>
              ))}
          </Select>
        </Field>
        <Day
          label={t('list.from')}
          value={filter.from}
          max={filter.until}
          onChange={(from) => onChange({ ...filter, from })}
        />
        <Day
          label={t('list.until')}
          value={filter.until}
          min={filter.from}
          onChange={(until) => onChange({ ...filter, until })}
        />
      </div>
      <ActiveFilters filter={filter} found={found} onChange={onChange} />
      <p className={unfolded ? 'caption' : 'caption folded'}>
        <Anchor href="/istilah#terms.states">{t('list.stateMeans')}</Anchor>
      </p>
    </div>
  );
}

interface Option {
  value: string;
  label: string;
}

/** What is chosen stays in the list even when nothing is behind it any more. */
const withChosen = (options: Option[], value: string | null, label: string | null): Option[] =>
  value === null || options.some((option) => option.value === value)
    ? options
    : [...options, { value, label: label ?? value }];

interface ChoiceProps {
  label: string;
  value: string;
  /** Words for no choice. */
  none: string;
  options: readonly Option[];
  onChoose: (value: string | null) => void;
}

const Choice = ({ label, value, none, options, onChoose }: ChoiceProps) => (
  <Field label={label}>
    <Select value={value} onChange={(event) => onChoose(event.currentTarget.value || null)}>
      <option value="">{none}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  </Field>
);

interface DayProps {
  label: string;
  value: string | null;
  min?: string | null;
  max?: string | null;
  onChange: (day: string | null) => void;
}

/** A day is applied when it is whole; half a date in the box searches nothing. */
const Day = ({ label, value, min, max, onChange }: DayProps) => (
  <Field label={label}>
    <TextInput
      type="date"
      className="input--date"
      value={value ?? ''}
      min={min ?? undefined}
      max={max ?? undefined}
      onBlur={(event) => {
        const day = event.currentTarget.value || null;
        if (day !== value && event.currentTarget.validity.valid) onChange(day);
      }}
    />
  </Field>
);
