/** Every rule of `check`; the order means nothing. */
import type { CheckRule } from './rule.js';
import { assetArchive } from './rules/asset-archive.js';
import { assetTooLarge } from './rules/asset-too-large.js';
import { dateDayName } from './rules/date-day-name.js';
import { dateOutsideYear } from './rules/date-outside-year.js';
import { dateWeekday } from './rules/date-weekday.js';
import { eventFileDate } from './rules/event-file-date.js';
import { evidenceUnknown } from './rules/evidence-unknown.js';
import { faithfulDate } from './rules/faithful-date.js';
import { faithfulFigure } from './rules/faithful-figure.js';
import { faithfulNumber } from './rules/faithful-number.js';
import { faithfulOffice } from './rules/faithful-office.js';
import { faithfulPlace } from './rules/faithful-place.js';
import { faithfulSummary } from './rules/faithful-summary.js';
import { faithfulTitle } from './rules/faithful-title.js';
import { figureDiffers } from './rules/figure-differs.js';
import { htmlRaw } from './rules/html-raw.js';
import { idDuplicate } from './rules/id-duplicate.js';
import { imageAlt } from './rules/image-alt.js';
import { imageBroken } from './rules/image-broken.js';
import { linkBroken } from './rules/link-broken.js';
import { linkEmpty } from './rules/link-empty.js';
import { linkOutside } from './rules/link-outside.js';
import { linkUnsafe } from './rules/link-unsafe.js';
import { markdownLinesMerged } from './rules/markdown-lines-merged.js';
import { markerIdle } from './rules/marker-idle.js';
import { markerItemUnknown } from './rules/marker-item-unknown.js';
import { markerRepeated } from './rules/marker-repeated.js';
import { officeNone } from './rules/office-none.js';
import { officeRepeated } from './rules/office-repeated.js';
import { officeUnknown } from './rules/office-unknown.js';
import { ordinalLevel } from './rules/ordinal-level.js';
import { ordinalMark } from './rules/ordinal-mark.js';
import { ordinalSequence } from './rules/ordinal-sequence.js';
import { partCause } from './rules/part-cause.js';
import { partMissing } from './rules/part-missing.js';
import { partNextYear } from './rules/part-next-year.js';
import { partTitle } from './rules/part-title.js';
import { personalAddress } from './rules/personal-address.js';
import { personalBankCard } from './rules/personal-bank-card.js';
import { personalIdNumber } from './rules/personal-id-number.js';
import { personalMobile } from './rules/personal-mobile.js';
import { personalSensitiveGroup } from './rules/personal-sensitive-group.js';
import { portalAddress } from './rules/portal-address.js';
import { portalChrome } from './rules/portal-chrome.js';
import { portalCode } from './rules/portal-code.js';
import { portalColumnType } from './rules/portal-column-type.js';
import { portalFragment } from './rules/portal-fragment.js';
import { portalMissing } from './rules/portal-missing.js';
import { portalOwnSite } from './rules/portal-own-site.js';
import { portalPlaceholder } from './rules/portal-placeholder.js';
import { portalPublishedTime } from './rules/portal-published-time.js';
import { punctuationDash } from './rules/punctuation-dash.js';
import { punctuationDoubled } from './rules/punctuation-doubled.js';
import { punctuationEllipsis } from './rules/punctuation-ellipsis.js';
import { punctuationHalfWidth } from './rules/punctuation-half-width.js';
import { punctuationPairs } from './rules/punctuation-pairs.js';
import { punctuationRange } from './rules/punctuation-range.js';
import { punctuationWideDigit } from './rules/punctuation-wide-digit.js';
import { reportDates } from './rules/report-dates.js';
import { reportDeadline } from './rules/report-deadline.js';
import { reportFolder } from './rules/report-folder.js';
import { reportRepeated } from './rules/report-repeated.js';
import { reportTitle } from './rules/report-title.js';
import { reportTwentyDays } from './rules/report-twenty-days.js';
import { resultUnknown } from './rules/result-unknown.js';
import { secrecyMark } from './rules/secrecy-mark.js';
import { sectionCircle } from './rules/section-circle.js';
import { sectionDeep } from './rules/section-deep.js';
import { sectionPart } from './rules/section-part.js';
import { sectionUnknown } from './rules/section-unknown.js';
import { shortcomingUnknown } from './rules/shortcoming-unknown.js';
import { taskUnknown } from './rules/task-unknown.js';
import { termUnusable } from './rules/term-unusable.js';
import { textEmpty } from './rules/text-empty.js';
import { textPlaceholder } from './rules/text-placeholder.js';
import { textRepeated } from './rules/text-repeated.js';
import { textTwice } from './rules/text-twice.js';
import { titleOrdinal } from './rules/title-ordinal.js';
import { titlePunctuation } from './rules/title-punctuation.js';
import { typoDoubled } from './rules/typo-doubled.js';
import { typoSolemnName } from './rules/typo-solemn-name.js';
import { typoTerm } from './rules/typo-term.js';
import { urlDuplicate } from './rules/url-duplicate.js';

export const CHECK_RULES = [
  assetArchive,
  assetTooLarge,
  dateDayName,
  dateOutsideYear,
  dateWeekday,
  eventFileDate,
  evidenceUnknown,
  faithfulDate,
  faithfulFigure,
  faithfulNumber,
  faithfulOffice,
  faithfulPlace,
  faithfulSummary,
  faithfulTitle,
  figureDiffers,
  htmlRaw,
  idDuplicate,
  imageAlt,
  imageBroken,
  linkBroken,
  linkEmpty,
  linkOutside,
  linkUnsafe,
  markdownLinesMerged,
  markerIdle,
  markerItemUnknown,
  markerRepeated,
  officeNone,
  officeRepeated,
  officeUnknown,
  ordinalLevel,
  ordinalMark,
  ordinalSequence,
  partCause,
  partMissing,
  partNextYear,
  partTitle,
  personalAddress,
  personalBankCard,
  personalIdNumber,
  personalMobile,
  personalSensitiveGroup,
  portalAddress,
  portalChrome,
  portalCode,
  portalColumnType,
  portalFragment,
  portalMissing,
  portalOwnSite,
  portalPlaceholder,
  portalPublishedTime,
  punctuationDash,
  punctuationDoubled,
  punctuationEllipsis,
  punctuationHalfWidth,
  punctuationPairs,
  punctuationRange,
  punctuationWideDigit,
  reportDates,
  reportDeadline,
  reportFolder,
  reportRepeated,
  reportTitle,
  reportTwentyDays,
  resultUnknown,
  secrecyMark,
  sectionCircle,
  sectionDeep,
  sectionPart,
  sectionUnknown,
  shortcomingUnknown,
  taskUnknown,
  termUnusable,
  textEmpty,
  textPlaceholder,
  textRepeated,
  textTwice,
  titleOrdinal,
  titlePunctuation,
  typoDoubled,
  typoSolemnName,
  typoTerm,
  urlDuplicate,
] as unknown as readonly CheckRule[];
