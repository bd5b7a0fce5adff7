import { Anchor, backIcon, Button, Checkbox, ChipChoice, Icon, plusIcon, Skeleton } from '@lapor/ui';
import { useCallback, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { SearchFilter } from '../filters/search-filter.tsx';
import { useFilters } from '../filters/use-filters.ts';
import { useToday } from '../dates/use-today.ts';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { useFirstSightIf } from '../loading/use-first-sight.ts';
import { usePart } from '../loading/use-part.ts';
import { useSession } from '../session/session-context.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { CreateDialog } from './create-dialog.tsx';
import { FoundOrganisations, foundBy } from './found-organisations.tsx';
import { OrganisationPanel } from './organisation-panel.tsx';
import { OrganisationTree } from './organisation-tree.tsx';
import {
  ForestPageDocument,
  OrganisationPlaceDocument,
  OwnRootDocument,
  OwnTreePageDocument,
  type OwnTreeSight,
  type TreeSight,
} from './tree.graphql.ts';
import { branchesTo, type OrganisationRow } from './tree-nodes.ts';
import { BRANCH_SIZE } from './use-children.ts';
import { rootsOf, useRoots, type RootKind } from './use-roots.ts';

const NAMES = ['cari', 'jenis', 'bekas'] as const;
const CHANGED_BY = ['Organisation', 'OrganisationChange'];
const KINDS: readonly RootKind[] = ['PROVINCE', 'MINISTRY', 'AGENCY', 'STATE_ENTERPRISE'];

interface TreePageProps {
  consoleLabel: string;
  /** "/organisasi" or "/unit"; the id of one follows. */
  path: string;
  title: string;
  about: string;
  /** The whole forest; else the tree of the own government. */
  national?: boolean;
}

/**
 * Who there is: a tree to walk, a search to jump, one organisation in detail with everything that may be changed.
 * Choice, search and kind stand in the address, so that a link opens the tree at a place.
 */
export function TreePage({ consoleLabel, path, title, about, national }: TreePageProps) {
  const t = useText();
  usePageTitle(title, consoleLabel);
  const go = useNavigate();
  const { id } = useParams();
  const { workplace } = useSession();
  const own = workplace.organisation.government;
  const { values, set } = useFilters(NAMES);
  // After a change the branches that are open are asked for again.
  const [round, setRound] = useState(0);
  const [creating, setCreating] = useState(false);
  const onChanged = useCallback(() => setRound((count) => count + 1), []);
  const withFormer = values.bekas === '1';
  const selectedId = id ?? (national ? null : own.id);
  // The kind belongs to a chip, not to a place: a link to a place opens its own.
  const query = new URLSearchParams({
    ...(values.cari ? { cari: values.cari } : {}),
    ...(withFormer ? { bekas: '1' } : {}),
  }).toString();
  const chosenKind = KINDS.find((kind) => kind === values.jenis) ?? null;
  const at = { id: selectedId ?? '', year: Number(useToday().slice(0, 4)) };
  const list = values.cari
    ? foundBy(values.cari, national ? undefined : own.id, withFormer)
    : {
        // Most places that a link opens are below a province; of another one the list follows.
        filter: national
          ? rootsOf(chosenKind ?? 'PROVINCE', withFormer)
          : { parentId: own.id, includeFormer: withFormer },
        first: BRANCH_SIZE,
      };
  const forest = useFirstSightIf(national === true && selectedId !== null, {
    query: ForestPageDocument,
    variables: { ...at, ...list },
    typenames: CHANGED_BY,
  });
  const ownTree = useFirstSightIf(!national, {
    query: OwnTreePageDocument,
    variables: { ...at, ...list, governmentId: own.id },
    typenames: CHANGED_BY,
  });
  const sight: TreeSight = forest ?? ownTree;
  const hrefOf = (to: string) => `${path}/${to}${query ? `?${query}` : ''}`;

  return (
    <>
      <div className="row row--between">
        <div>
          <h1>{title}</h1>
          <p className="caption">{about}</p>
        </div>
        {national && workplace.roles.includes('NATIONAL_ADMIN') && (
          <Button icon={plusIcon} onClick={() => setCreating(true)}>
            {t('tree.addRoot')}
          </Button>
        )}
      </div>
      <div className={id ? 'cols cols--tree is-chosen' : 'cols cols--tree'}>
        <div className="stack stack-3 tree-side">
          <SearchFilter
            label={t('tree.search')}
            placeholder={t('pick.organisation')}
            value={values.cari}
            onChange={(cari) => set({ cari })}
          />
          <Checkbox
            label={t('tree.withFormer')}
            checked={withFormer}
            onChange={(event) => set({ bekas: event.currentTarget.checked ? '1' : '' })}
          />
          {values.cari ? (
            <FoundOrganisations
              search={values.cari}
              withinId={national ? undefined : own.id}
              includeFormer={withFormer}
              selectedId={selectedId}
              hrefOf={hrefOf}
              sight={sight}
            />
          ) : national ? (
            <Forest
              selectedId={selectedId}
              kind={chosenKind}
              withFormer={withFormer}
              round={round}
              sight={sight}
              onKind={(jenis) => set({ jenis })}
              onSelect={(to) => void go(hrefOf(to))}
            />
          ) : (
            <OwnTree
              governmentId={own.id}
              selectedId={selectedId}
              withFormer={withFormer}
              round={round}
              sight={ownTree}
              onSelect={(to) => void go(hrefOf(to))}
            />
          )}
        </div>
        <div className="stack stack-3 tree-detail">
          {id && (
            <p className="only-below-desk">
              <Anchor href={`${path}${query ? `?${query}` : ''}`} className="row row--tight">
                <Icon of={backIcon} size="small" />
                {t('tree.backToTree')}
              </Anchor>
            </p>
          )}
          <OrganisationPanel
            key={selectedId}
            id={selectedId}
            path={path}
            hrefOf={hrefOf}
            sight={sight}
            onChanged={onChanged}
          />
        </div>
      </div>
      {creating && (
        <CreateDialog
          parent={null}
          onClose={() => setCreating(false)}
          onDone={(made) => {
            onChanged();
            void go(hrefOf(made));
          }}
        />
      )}
    </>
  );
}

interface BranchProps {
  selectedId: string | null;
  withFormer: boolean;
  round: number;
  sight: TreeSight;
  onSelect: (id: string) => void;
}

/** Where the selected one stands; the last known while the next is on its way. */
function usePlace(id: string | null, sight: TreeSight) {
  const [{ data, error }] = usePart({
    query: OrganisationPlaceDocument,
    variables: { id: id ?? '' },
    pause: id === null,
    sight,
  });
  const place = data?.organisation?.id === id ? data?.organisation : undefined;
  const top = place?.government.parent ?? place?.government;
  return { place, top, missing: data?.organisation === null || error !== undefined };
}

function Forest({
  selectedId,
  kind: chosen,
  withFormer,
  round,
  sight,
  onKind,
  onSelect,
}: BranchProps & { kind: RootKind | null; onKind: (kind: RootKind) => void }) {
  const t = useText();
  const { place, top, missing } = usePlace(selectedId, sight);
  const lastKind = useRef<RootKind | null>(null);
  const ownKind = KINDS.find((kind) => kind === top?.kind) ?? null;
  const waiting = selectedId !== null && !place && !missing && lastKind.current === null && chosen === null;
  const kind = chosen ?? ownKind ?? lastKind.current ?? 'PROVINCE';
  if (!waiting) lastKind.current = kind;
  return (
    <>
      <ChipChoice
        label={t('tree.kindOf')}
        value={waiting ? null : kind}
        options={KINDS.map((value) => ({ value, label: t(`tree.kind.${value}`) }))}
        onChange={onKind}
      />
      {waiting ? (
        <Skeleton label={t('page.loading')} lines={8} />
      ) : (
        <Roots
          key={kind}
          kind={kind}
          selectedId={selectedId}
          openTo={place ? branchesTo(place) : []}
          withFormer={withFormer}
          round={round}
          sight={sight}
          onSelect={onSelect}
        />
      )}
    </>
  );
}

function Roots({ kind, openTo, ...rest }: BranchProps & { kind: RootKind; openTo: readonly string[] }) {
  const t = useText();
  const { rows, failed, retry } = useRoots(kind, rest.withFormer, rest.round, rest.sight);
  if (failed) return <TreeFailure onRetry={retry} />;
  if (!rows) return <Skeleton label={t('page.loading')} lines={8} />;
  return <TreeBox roots={rows} openTo={openTo} {...rest} />;
}

interface OwnTreeProps extends BranchProps {
  governmentId: string;
  sight: OwnTreeSight;
}

function OwnTree({ governmentId, ...rest }: OwnTreeProps) {
  const t = useText();
  const [{ data, error, stale }, ask] = usePart({
    query: OwnRootDocument,
    variables: { governmentId },
    sight: rest.sight,
  });
  const { place } = usePlace(rest.selectedId, rest.sight);
  const root = data?.home;
  if (!root && error)
    return (
      <LoadFailure
        error={error}
        title={t('tree.failed')}
        retrying={stale}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      />
    );
  if (!root) return <Skeleton label={t('page.loading')} lines={8} />;
  const above = root.government.parent?.id;
  const openTo = [governmentId, ...(place ? branchesTo(place) : [])].filter((id) => id !== above);
  return <TreeBox roots={[root]} openTo={openTo} {...rest} />;
}

function TreeBox({
  roots,
  openTo,
  ...rest
}: BranchProps & { roots: readonly OrganisationRow[]; openTo: readonly string[] }) {
  const t = useText();
  return (
    <div className="panel tree-box">
      <OrganisationTree label={t('tree.tree')} roots={roots} openTo={openTo} {...rest} />
    </div>
  );
}

function TreeFailure({ onRetry }: { onRetry: () => void }) {
  const t = useText();
  return (
    <div role="alert" className="stack stack-2">
      <p>{t('tree.failed')}</p>
      <Button onClick={onRetry}>{t('retry')}</Button>
    </div>
  );
}
