import { Facts } from '@lapor/ui';
import { Fragment, type ReactNode } from 'react';
import { useText } from '../language/use-text.ts';
import { CategoryName } from '../picking/category-name.tsx';
import { RegionName } from '../picking/region-name.tsx';
import type { Programme } from './programme-dialog.tsx';

/** What has to hold of a report: one of the words, one of the categories, one of the regions. */
export function ProgrammeRule({ programme }: { programme: Programme }) {
  const t = useText();
  const { words, categoryIds, regionCodes } = programme;
  return (
    <Facts
      rows={[
        [t('programmes.words'), words.length === 0 ? t('programmes.anyWords') : words.join(', ')],
        [
          t('programmes.categories'),
          oneOf(categoryIds, t('programmes.anyCategory'), (id) => <CategoryName id={id} />),
        ],
        [
          t('programmes.regions'),
          oneOf(regionCodes, t('programmes.anyRegion'), (code) => <RegionName code={code} />),
        ],
      ]}
    />
  );
}

function oneOf(keys: readonly string[], none: string, nameOf: (key: string) => ReactNode): ReactNode {
  if (keys.length === 0) return none;
  return keys.map((key, index) => (
    <Fragment key={key}>
      {index > 0 && '; '}
      {nameOf(key)}
    </Fragment>
  ));
}
