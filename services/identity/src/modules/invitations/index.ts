export { httpOfficerDirectory, type OfficerContact, type OfficerDirectory } from './officer-directory.ts';
export { receiveInvitation } from './receive-invitation.ts';
export { SEND_INVITATION_TASK } from './receive-invitation.ts';
export { sendInvitation } from './send-invitation.ts';
export { takeOverName, TAKE_OVER_NAME_TASK } from './take-over-name.ts';
export { invitationRoutes } from './routes.ts';
