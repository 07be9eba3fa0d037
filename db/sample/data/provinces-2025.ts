/**
 * Sắp xếp 63 → 34 tỉnh, thành phố: which provincial police units became which, as a preset of the unit wizard. The new
 * names and groups are public (Nghị quyết 202/2025/QH15, in force for the new authorities from 01/07/2025; Huế became a
 * city under the central government half a year earlier, Nghị quyết 175/2024/QH15). Codes are ours: the new unit takes
 * that of the unit whose name it has (assumption).
 */
import type { ReorganisationPreset } from '#shared/units/plan-preset.ts';
import { PROVINCIAL_UNITS } from './provincial-units.ts';

/** New province → the provinces it was made of; a province that is in no group stayed as it was. */
const GROUPS: readonly (readonly [place: string, from: readonly string[]])[] = [
  ['Tuyên Quang', ['Hà Giang', 'Tuyên Quang']],
  ['Thái Nguyên', ['Bắc Kạn', 'Thái Nguyên']],
  ['Lào Cai', ['Lào Cai', 'Yên Bái']],
  ['Phú Thọ', ['Hòa Bình', 'Phú Thọ', 'Vĩnh Phúc']],
  ['Bắc Ninh', ['Bắc Giang', 'Bắc Ninh']],
  ['Hải Phòng', ['Hải Dương', 'Hải Phòng']],
  ['Hưng Yên', ['Hưng Yên', 'Thái Bình']],
  ['Ninh Bình', ['Hà Nam', 'Nam Định', 'Ninh Bình']],
  ['Quảng Trị', ['Quảng Bình', 'Quảng Trị']],
  ['Đà Nẵng', ['Đà Nẵng', 'Quảng Nam']],
  ['Quảng Ngãi', ['Quảng Ngãi', 'Kon Tum']],
  ['Gia Lai', ['Bình Định', 'Gia Lai']],
  ['Đắk Lắk', ['Phú Yên', 'Đắk Lắk']],
  ['Khánh Hòa', ['Khánh Hòa', 'Ninh Thuận']],
  ['Lâm Đồng', ['Bình Thuận', 'Đắk Nông', 'Lâm Đồng']],
  ['Đồng Nai', ['Bình Phước', 'Đồng Nai']],
  ['Tây Ninh', ['Tây Ninh', 'Long An']],
  ['Hồ Chí Minh', ['Bình Dương', 'Bà Rịa - Vũng Tàu', 'Hồ Chí Minh']],
  ['Đồng Tháp', ['Tiền Giang', 'Đồng Tháp']],
  ['Vĩnh Long', ['Bến Tre', 'Trà Vinh', 'Vĩnh Long']],
  ['An Giang', ['An Giang', 'Kiên Giang']],
  ['Cần Thơ', ['Cần Thơ', 'Hậu Giang', 'Sóc Trăng']],
  ['Cà Mau', ['Bạc Liêu', 'Cà Mau']],
];

const NAMES: ReadonlyMap<string, string> = new Map(PROVINCIAL_UNITS.map(([, place, name]) => [place, name]));

function nameOf(place: string): string {
  return NAMES.get(place) ?? place;
}

export const PROVINCES_2025: ReorganisationPreset = {
  renames: [
    {
      effectiveOn: '2025-01-01',
      legalBasis: 'Nghị quyết 175/2024/QH15',
      from: nameOf('Thừa Thiên Huế'),
      name: 'Công an thành phố Huế',
      shortName: 'Huế',
    },
  ],
  merges: GROUPS.map(([place, from]) => ({
    effectiveOn: '2025-07-01',
    legalBasis: 'Nghị quyết 202/2025/QH15',
    from: from.map(nameOf),
    name: nameOf(place),
    shortName: place,
  })),
};
