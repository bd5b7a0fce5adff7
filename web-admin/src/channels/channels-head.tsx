import { usePageTitle } from '@lapor/staff';
import { TabLinks } from '@lapor/ui';
import type { ReactNode } from 'react';
import { useAdminIdentity } from '../app/identity.ts';
import { useText } from './words.ts';

export const PARTS = ['pesan', 'keadaan', 'templat', 'webhook', 'catatan'] as const;
export type Part = (typeof PARTS)[number];

interface ChannelsHeadProps {
  part: Part;
  about: ReactNode;
  /** Of messages that wait, in the title of the window. */
  count?: number | undefined;
  tools?: ReactNode;
}

/** Title of a page about channels, and the way to the others. */
export function ChannelsHead({ part, about, count, tools }: ChannelsHeadProps) {
  const t = useText();
  const console = useAdminIdentity();
  const title = t(`channels.part.${part}`);
  usePageTitle(count ? `${title} (${count})` : title, console.label);
  return (
    <>
      <div className="row row--between">
        <div>
          <h1>{title}</h1>
          <p className="caption">{about}</p>
        </div>
        {tools}
      </div>
      <TabLinks
        label={t('channels.parts')}
        tabs={PARTS.map((one) => ({ id: one, href: `/kanal/${one}`, label: t(`channels.tab.${one}`) }))}
        current={part}
      />
    </>
  );
}
