/** Families of messages that only pages of the administration show; they travel with those pages. */
const FAMILIES =
  /^(?:adoption|audit|calendar|csvFile|effect|keys|officers|oversight|policies|programmes|provider|readiness|recalculation|routes|standIn|tree|warnings)\./;

/** What the menus of the consoles say of them, and what the page of a report does. */
const ELSEWHERE = /\.title$|^routes\.rule\.|^tree\.(?:unitTitle|unitAbout|railTitle|nationalAbout)$/;

/** Whether a message is left out of what a console begins with. */
export const isAdministration = (id: string): boolean => FAMILIES.test(id) && !ELSEWHERE.test(id);
