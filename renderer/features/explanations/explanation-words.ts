import { daysFrom } from '#shared/util/calendar-days.ts';
import type { Language } from '#shared/wording/language.ts';
import { formatPoints } from '#renderer/features/scoring/points-text.ts';
import type { Translate } from '#renderer/features/scoring/translate.ts';
import { isOverdue } from '#shared/domain/explanations.ts';
import type { Explained } from './explanation-store.ts';

/** The state of an explanation as a short sentence: "Đợt 1: quá hạn 3 ngày", "Đợt 2: chấp nhận 0,500". */
export function explanationWords({ item, round }: Explained, today: string, t: Translate, language: Language): string {
  const { number, deadline } = round;
  switch (item.state) {
    case 'open':
      return isOverdue(item.state, deadline, today)
        ? t('explanations.short.overdue', { number, days: daysFrom(deadline, today) })
        : t('explanations.short.open', { number, days: daysFrom(today, deadline) });
    case 'answered':
      return t('explanations.short.answered', { number });
    case 'accepted':
      return t('explanations.short.accepted', { number, points: formatPoints(item.grantedMicro ?? NaN, language) });
    case 'rejected':
      return t('explanations.short.rejected', { number });
  }
}
