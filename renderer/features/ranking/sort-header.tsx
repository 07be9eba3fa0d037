import { useTranslation } from 'react-i18next';
import type { Sort, SortBy } from './sort-rows.ts';

interface Props {
  readonly by: SortBy;
  readonly label: string;
  readonly title?: string;
  readonly className: string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** A column title that sorts: names and ranks upwards first, figures downwards first. */
export function SortHeader({ by, label, title, className, sort, onSort }: Props) {
  const { t } = useTranslation();
  const isActive = sort.by === by;
  const descendsFirst = by !== 'rank' && by !== 'unit';
  const direction = sort.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" className={className} aria-sort={isActive ? direction : undefined}>
      <button
        type="button"
        className="sort-button"
        title={title ?? t('ranking.sort', { column: label })}
        aria-label={title}
        onClick={() => onSort({ by, descending: isActive ? !sort.descending : descendsFirst })}
      >
        {label}
        {isActive && <span aria-hidden="true">{sort.descending ? ' ▾' : ' ▴'}</span>}
      </button>
    </th>
  );
}
