import { Button as UiButton, forwardIcon, Icon, organisationIcon, Tag } from '@lapor/ui';
import { useEffect, useMemo, useState } from 'react';
import { Button, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { useText } from '../app/use-text.ts';
import { treeNodes, type OrganisationRow, type TreeNode } from './tree-nodes.ts';
import { useChildren } from './use-children.ts';

interface OrganisationTreeProps {
  label: string;
  roots: readonly OrganisationRow[];
  selectedId: string | null;
  onSelect: (id: string) => void;
}

/** Governments, ministries and agencies with their units; children are loaded when a branch is opened. */
export function OrganisationTree({ label, roots, selectedId, onSelect }: OrganisationTreeProps) {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const { childrenOf, load } = useChildren();
  const nodes = useMemo(() => treeNodes(roots, childrenOf, expanded), [roots, childrenOf, expanded]);
  useEffect(() => {
    for (const id of expanded) if (!childrenOf.has(id)) load(id);
  }, [expanded, childrenOf, load]);

  return (
    <Tree
      aria-label={label}
      className="tree org-tree"
      items={nodes}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={selectedId ? [selectedId] : []}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : keys;
        if (typeof id === 'string') onSelect(id);
      }}
      expandedKeys={expanded}
      onExpandedChange={(keys) => setExpanded(new Set([...keys].map(String)))}
    >
      {(node) => renderNode(node, load)}
    </Tree>
  );
}

function renderNode(node: TreeNode, load: (parentId: string) => void) {
  if (node.kind === 'NOTE')
    return <NoteItem node={node} onRetry={() => load(node.id.replace(/\/note$/, ''))} />;
  const { row } = node;
  return (
    <TreeItem id={node.id} textValue={row.name} hasChildItems={row.childCount > 0}>
      <TreeItemContent>
        <OrganisationLine row={row} />
      </TreeItemContent>
      <Collection items={node.children}>{(child) => renderNode(child, load)}</Collection>
    </TreeItem>
  );
}

function OrganisationLine({ row }: { row: OrganisationRow }) {
  const t = useText();
  return (
    <div className="tree__row">
      <Button
        slot="chevron"
        className={row.childCount > 0 ? 'tree__toggle' : 'tree__toggle tree__toggle--none'}
      >
        <Icon of={forwardIcon} size="small" />
      </Button>
      <Icon of={organisationIcon} size="small" />
      <span className="tree__name">{row.name}</span>
      <span className="tree__facts">
        {row.isTemplate && <Tag>{t('organisations.templateShort')}</Tag>}
        {!row.isConnected && <span>{t('organisation.notConnected')}</span>}
        {row.childCount > 0 && <span>{t('organisations.children', { count: row.childCount })}</span>}
      </span>
    </div>
  );
}

function NoteItem({ node, onRetry }: { node: Extract<TreeNode, { kind: 'NOTE' }>; onRetry: () => void }) {
  const t = useText();
  return (
    <TreeItem id={node.id} textValue={t('page.loading')}>
      <TreeItemContent>
        <div className="tree__row muted">
          {node.note === 'LOADING' ? (
            t('page.loading')
          ) : (
            <>
              {t('organisations.childrenFailed')}{' '}
              <UiButton size="small" onClick={onRetry}>
                {t('retry')}
              </UiButton>
            </>
          )}
        </div>
      </TreeItemContent>
    </TreeItem>
  );
}
