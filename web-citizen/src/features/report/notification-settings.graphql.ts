import { graphql } from '../../graphql.ts';
import { ChangeResultFragment } from './changes.graphql.ts';

/** Which mails the reporter gets; asked for when the reporter wants to see it. */
export const NotificationSettingsDocument = graphql(`
  query NotificationSettings($reportId: ID!) {
    notificationSettings(reportId: $reportId) {
      wantsNews
      canBeReached
    }
    reportMessages(reportId: $reportId) {
      id
      template
      way
      state
      at
      waitsFor
      waitsUntil
    }
  }
`);

export const SetNotificationSettingsDocument = graphql(
  `
    mutation SetNotificationSettings($input: SetNotificationSettingsInput!) {
      result: setNotificationSettings(input: $input) {
        ...ChangeResult
      }
    }
  `,
  [ChangeResultFragment],
);
