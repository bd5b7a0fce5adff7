import { Anchor } from './ui-provider.tsx';

/** The mark is a stand-in until the service's own logo may be used. */
export const Brand = ({ href, name, sub }: { href: string; name: string; sub: string }) => (
  <Anchor className="brand" href={href}>
    <svg className="brand__mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M5 3h22a3 3 0 013 3v16a3 3 0 01-3 3H15l-7 5v-5H5a3 3 0 01-3-3V6a3 3 0 013-3z" />
      <path d="M14 7h4l-.7 9h-2.6zM16 18.2a2 2 0 110 4 2 2 0 010-4z" />
    </svg>
    <span>
      <span className="brand__name">{name}</span>
      <span className="brand__sub">{sub}</span>
    </span>
  </Anchor>
);
