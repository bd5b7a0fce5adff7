import { organisationIcon } from '@lapor/ui';
import { useState, type Ref } from 'react';
import { useQuery } from 'urql';
import type { VariablesOf } from '../graphql.ts';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { FindOrganisationsDocument } from './organisations.graphql.ts';
import { SearchPick } from './search-pick.tsx';
import { useSettled } from './use-settled.ts';
import { useUnitLoads } from './use-unit-loads.ts';

type OrganisationKind = NonNullable<
  NonNullable<VariablesOf<typeof FindOrganisationsDocument>['filter']>['kinds']
>[number];

export interface PickedOrganisation {
  id: string;
  name: string;
  /** For buttons, where there is one. */
  acronym?: string | null;
}

export interface OrganisationPickProps {
  label: string;
  /** Only units below this one (and itself). */
  withinId?: string;
  /** Shown before anything is typed: the direct children of this organisation. */
  startAtId?: string;
  /** Only these kinds. */
  kinds?: readonly OrganisationKind[];
  /** Not offered, e.g. where the report already is. */
  exceptIds?: readonly string[];
  /** Says of each unit what it carries and how soon it takes up what comes: for choosing who is to work. */
  withLoad?: boolean;
  picked: PickedOrganisation | null;
  onPick: (organisation: PickedOrganisation) => void;
  invalid?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  inputId?: string;
  describedBy?: string;
}

const SHOWN = 30;

/** The direct children of an organisation, as they are offered before anything is typed. */
export const childrenOf = (parentId: string, kinds?: readonly OrganisationKind[]) => ({
  filter: { parentId, kinds: kinds && [...kinds] },
  first: SHOWN,
});

/** Finds one of some 27,000 organisations by name, acronym or region; typing errors are forgiven by the server. */
export function OrganisationPick(props: OrganisationPickProps) {
  const t = useText();
  const [search, setSearch] = useState('');
  const asked = useSettled(search.trim());
  const filter = asked
    ? { search: asked, withinId: props.withinId, kinds: props.kinds && [...props.kinds] }
    : props.startAtId
      ? childrenOf(props.startAtId, props.kinds).filter
      : null;
  const [{ data, fetching, error }] = useQuery({
    query: FindOrganisationsDocument,
    variables: { filter: filter ?? {}, first: SHOWN },
    pause: filter === null,
  });
  const load = useLoadText(
    props.withLoad && filter !== null ? (data?.organisations.edges ?? []).map(({ node }) => node.id) : [],
  );
  const found = filter === null ? [] : data?.organisations.edges.map(({ node }) => node);
  const options = found
    ?.filter(({ id, status }) => status === 'ACTIVE' && !props.exceptIds?.includes(id))
    // Before anything is typed: those at which somebody works.
    .toSorted((a, b) => (asked || !props.withLoad ? 0 : Number(b.isStaffed) - Number(a.isStaffed)))
    .map((node) => ({
      id: node.id,
      title: node.acronym && !node.name.includes(node.acronym) ? `${node.name} (${node.acronym})` : node.name,
      detail: [
        node.ancestors.map(({ name }) => name).join(' › ') || node.region?.name,
        node.isStaffed ? null : t('organisation.notStaffed'),
        load(node.id),
      ]
        .filter(Boolean)
        .join(' · '),
    }));
  return (
    <SearchPick
      label={props.label}
      placeholder={t('pick.organisation')}
      icon={organisationIcon}
      search={search}
      onSearch={setSearch}
      options={options}
      busy={fetching || asked !== search.trim()}
      failed={error !== undefined}
      selectedId={props.picked?.id ?? null}
      onPick={({ id, title }) => {
        const node = found?.find((candidate) => candidate.id === id);
        props.onPick({ id, name: node?.name ?? title, acronym: node?.acronym });
      }}
      empty={t(emptyText(filter, props.withinId))}
      invalid={props.invalid}
      inputRef={props.inputRef}
      inputId={props.inputId}
      describedBy={props.describedBy}
    />
  );
}

/** Nothing is "not found" before something was looked for. */
function emptyText(filter: object | null, withinId: string | undefined): StaffMessageId {
  if (filter === null) return 'pick.typeOrganisation';
  if (!('search' in filter)) return 'pick.nothingBelow';
  return withinId ? 'pick.noOrganisationBelow' : 'pick.noOrganisation';
}

/** What a unit carries, in words; null where it is not known. */
function useLoadText(organisationIds: readonly string[]): (id: string) => string | null {
  const t = useText();
  const loads = useUnitLoads(organisationIds);
  return (id) => {
    const load = loads.get(id);
    if (!load) return null;
    const { open, overdue, followUpDays } = load;
    return [
      open === null ? null : t('pick.open', { count: open }),
      overdue ? t('pick.overdue', { count: overdue }) : null,
      followUpDays === null ? null : t('pick.followUp', { count: followUpDays }),
    ]
      .filter(Boolean)
      .join(', ');
  };
}
