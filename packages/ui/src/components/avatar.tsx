import { classNames } from './class-names.ts';

/** Initials of an officer; `live`: is on this page now. */
export const Avatar = ({ name, live }: { name: string; live?: boolean }) => (
  <span className={classNames('avatar', live && 'avatar--live')} aria-hidden="true">
    {initials(name)}
  </span>
);

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
