import { copyText, useSession } from '@lapor/staff';
import { Button, copyIcon, starIcon, useToast } from '@lapor/ui';
import { lazy, Suspense, useState } from 'react';
import { useHref } from 'react-router';
import { useMutation } from 'urql';
import { useText } from '../app/use-text.ts';
import type { Bucket } from './buckets.ts';
import { hrefOfFilter, hrefOfKept, type InboxFilter } from './inbox-filter.ts';
import { DeleteFilterDocument } from './saved-filters.graphql.ts';
import type { KeptFilter } from './use-inbox-counters.ts';

const KeepDialog = lazy(async () => ({ default: (await import('./keep-dialog.tsx')).KeepDialog }));

interface KeepFilterProps {
  bucket: Bucket;
  filter: InboxFilter;
  isNarrowed: boolean;
  kept: readonly KeptFilter[];
}

/** Keeps what is narrowed under a name, hands it on as a link, or forgets the kept filter that is shown. */
export function KeepFilter({ bucket, filter, isNarrowed, kept }: KeepFilterProps) {
  const t = useText();
  const toast = useToast();
  const { recheck } = useSession();
  const [naming, setNaming] = useState(false);
  const [{ fetching }, forget] = useMutation(DeleteFilterDocument);
  const href = hrefOfFilter(bucket, filter);
  const address = useHref(href);
  const same = kept.find(({ values }) => hrefOfKept(values) === href);
  if (!isNarrowed) return null;

  async function copy() {
    const copied = await copyText(new URL(address, window.location.origin).href);
    toast({ text: t(copied ? 'kept.copied' : 'kept.copyFailed') });
  }
  async function remove(filterId: string) {
    const { data, error } = await forget({ input: { id: filterId } });
    if (error) return toast({ text: t('kept.failed') });
    if (data?.result.__typename === 'NotFound') recheck();
    toast({ text: t('kept.removed') });
  }
  return (
    <>
      {same ? (
        <Button variant="quiet" size="small" busy={fetching} onClick={() => void remove(same.id)}>
          {t('kept.remove', { name: same.name })}
        </Button>
      ) : (
        <Button variant="quiet" size="small" icon={starIcon} onClick={() => setNaming(true)}>
          {t('kept.keep')}
        </Button>
      )}
      <Button variant="quiet" size="small" icon={copyIcon} onClick={() => void copy()}>
        {t('kept.copy')}
      </Button>
      {naming && (
        <Suspense fallback={null}>
          <KeepDialog bucket={bucket} filter={filter} kept={kept} onClose={() => setNaming(false)} />
        </Suspense>
      )}
    </>
  );
}
