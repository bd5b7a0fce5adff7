import { useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import { Field, TextInput, searchIcon } from '@lapor/ui';
import { TextPage, type TextPageProps } from '../../components/text-page.tsx';
import { useT } from '../../app/language-provider.tsx';
import { isAbout } from './find-passages.ts';

/** A page to read whose sections can be searched, and led to by their name behind the # of an address. */
export function SearchableText({ sections, ...page }: Omit<TextPageProps, 'tools'>) {
  const t = useT();
  const asked = new URLSearchParams(useSearch()).get('q') ?? '';
  const [search, setSearch] = useState(asked.slice(0, 100));
  const found = sections.filter(({ heading, paragraphs }) =>
    isAbout([heading, ...paragraphs].map((id) => t(id)).join(' '), search),
  );
  // After the page has taken the focus to its top.
  useEffect(() => {
    const section = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!section) return;
    section.tabIndex = -1;
    section.focus({ preventScroll: true });
    section.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <TextPage
      {...page}
      sections={found}
      tools={
        <div role="search">
          <Field label={t('help.search')} hint={t('help.searchHint')}>
            <TextInput
              type="search"
              icon={searchIcon}
              value={search}
              maxLength={100}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          </Field>
          <p className={search.trim() ? 'caption top-gap-2' : 'sr'} role="status">
            {search.trim() ? t('help.found', { count: found.length }) : ''}
          </p>
        </div>
      }
    />
  );
}
