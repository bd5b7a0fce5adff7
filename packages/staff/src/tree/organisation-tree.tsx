import { Button as UiButton, forwardIcon, Icon, organisationIcon, Tag } from '@lapor/ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { useText } from '../language/use-text.ts';
import type { TreeSight } from './tree.graphql.ts';
import { treeNodes, type OrganisationRow, type TreeNode } from './tree-nodes.ts';
import { useChildren } from './use-children.ts';

interface OrganisationTreeProps {
  label: string;
  roots: readonly OrganisationRow[];
  selectedId: string | null;
  /** Branches to open, topmost first, so that the selected place is seen. */
  openTo: readonly string[];
  withFormer: boolean;
  /** Grows when something was changed: what is open is asked for again. */
  round: number;
  sight: TreeSight;
  onSelect: (id: string) => void;
}

/**
 * Governments, ministries and agencies with their units; children are loaded when a branch is opened. Arrow keys walk
 * and open, typing a name jumps to it.
 */
export function OrganisationTree(props: OrganisationTreeProps) {
  const { label, roots, selectedId, openTo, withFormer, round, sight, onSelect } = props;
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set(openTo));
  const { childrenOf, load } = useChildren(withFormer, round, sight);
  const nodes = useMemo(
    () => treeNodes({ roots, childrenOf, expanded, withFormer }),
    [roots, childrenOf, expanded, withFormer],
  );
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    for (const id of expanded) if (!childrenOf.has(id)) load(id);
  }, [expanded, childrenOf, load]);

  // Another place was opened by a link: its branches open, the others stay as they are.
  const wanted = openTo.join('/');
  useEffect(() => {
    if (wanted !== '') setExpanded((all) => new Set([...all, ...wanted.split('/')]));
  }, [wanted]);

  // The place is brought into sight once, when it first appears; the rows are drawn a moment after the nodes are known.
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (selectedId === null || shown.current === selectedId) return;
    const frame = requestAnimationFrame(() => {
      const row = box.current?.querySelector(`[data-key="${CSS.escape(selectedId)}"]`);
      if (!row) return;
      shown.current = selectedId;
      centre(row, box.current?.parentElement ?? null);
    });
    return () => cancelAnimationFrame(frame);
  }, [selectedId, nodes]);

  // A new address takes the focus to the page; whoever chose in the tree goes on in the tree.
  const chosenHere = useRef<string | null>(null);
  useEffect(() => {
    if (selectedId === null || chosenHere.current !== selectedId) return;
    chosenHere.current = null;
    const frame = requestAnimationFrame(() => focusRow(box.current, selectedId));
    return () => cancelAnimationFrame(frame);
  }, [selectedId]);

  return (
    <div ref={box}>
      <Tree
        aria-label={label}
        className="tree org-tree"
        items={nodes}
        selectionMode="single"
        // Walking with the arrows only walks; Enter, Space or a press chooses.
        selectionBehavior="toggle"
        disallowEmptySelection
        selectedKeys={selectedId ? [selectedId] : []}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : keys;
          if (typeof id !== 'string' || id.endsWith('/note')) return;
          shown.current = id;
          onSelect(id);
          chosenHere.current = id;
        }}
        expandedKeys={expanded}
        onExpandedChange={(keys) => setExpanded(new Set([...keys].map(String)))}
      >
        {(node) => renderNode(node, load)}
      </Tree>
    </div>
  );
}

/** Not on a phone, where the tree makes way for what was chosen. */
function focusRow(box: Element | null, id: string) {
  box?.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
}

/** Scrolls the box of the tree, never the page. */
function centre(row: Element, scroller: Element | null) {
  if (!scroller) return;
  const [inner, outer] = [row.getBoundingClientRect(), scroller.getBoundingClientRect()];
  scroller.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}

function renderNode(node: TreeNode, load: (parentId: string) => void) {
  if (node.kind === 'NOTE')
    return <NoteItem node={node} onRetry={() => load(node.id.replace(/\/note$/, ''))} />;
  const { row } = node;
  return (
    <TreeItem id={node.id} textValue={row.name} hasChildItems={node.mayOpen}>
      <TreeItemContent>
        {({ isExpanded }) => <OrganisationLine row={row} mayOpen={node.mayOpen} isOpen={isExpanded} />}
      </TreeItemContent>
      <Collection items={node.children}>{(child) => renderNode(child, load)}</Collection>
    </TreeItem>
  );
}

interface OrganisationLineProps {
  row: OrganisationRow;
  mayOpen: boolean;
  isOpen: boolean;
}

function OrganisationLine({ row, mayOpen, isOpen }: OrganisationLineProps) {
  const t = useText();
  const former = row.status === 'FORMER';
  return (
    <div className="tree__row">
      {/* The library has no words in Indonesian. */}
      <Button
        slot="chevron"
        className={mayOpen ? 'tree__toggle' : 'tree__toggle tree__toggle--none'}
        aria-label={t(isOpen ? 'tree.close' : 'tree.open')}
      >
        <Icon of={forwardIcon} size="small" />
      </Button>
      <Icon of={organisationIcon} size="small" />
      <span className={former ? 'tree__name muted' : 'tree__name'}>{row.name}</span>
      <span className="tree__facts">
        <OrganisationMarks row={row} />
        {row.childCount > 0 && <span>{t('tree.units', { count: row.childCount })}</span>}
      </span>
    </div>
  );
}

/** How an organisation stands, as far as it needs attention. */
export function OrganisationMarks({ row }: { row: OrganisationRow }) {
  const t = useText();
  if (row.status === 'FORMER') return <Tag>{t('tree.former')}</Tag>;
  return (
    <>
      {row.isTemplate && <Tag>{t('tree.templateShort')}</Tag>}
      {row.isConnected ? (
        <Tag>{t('tree.connected')}</Tag>
      ) : (
        !row.isStaffed && <span>{t('organisation.notStaffed')}</span>
      )}
    </>
  );
}

const notes = { LOADING: 'page.loading', FAILED: 'tree.childrenFailed', NONE: 'tree.noChildren' } as const;

function NoteItem({ node, onRetry }: { node: Extract<TreeNode, { kind: 'NOTE' }>; onRetry: () => void }) {
  const t = useText();
  return (
    <TreeItem id={node.id} textValue={t(notes[node.note])}>
      <TreeItemContent>
        <div className="tree__row muted">
          {t(notes[node.note])}{' '}
          {node.note === 'FAILED' && (
            <UiButton size="small" onClick={onRetry}>
              {t('retry')}
            </UiButton>
          )}
        </div>
      </TreeItemContent>
    </TreeItem>
  );
}
