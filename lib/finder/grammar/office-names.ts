import type { Dictionary } from '../dictionary/dictionary';
import type { Level } from './levels';

/** The full name of an office in an area, by its branch. `form` is the office as written, for a name without an area. */
export function composeName(branch: string, area: string, office: string, form: string): string {
  if (!area) return form;
  switch (branch) {
    case 'party':
      return `中共${area}委${office}`;
    case 'discipline':
      return office === '纪委监委' ? `中共${area}纪律检查委员会、${area}监察委员会` : `中共${area}${office}`;
    case 'cppcc':
      return `中国人民政治协商会议${area}委员会${office}`;
    case 'congress-committee':
      return `${area}人大常委会${office}`;
    case 'tax':
      return `国家税务总局${area}${office}`;
    case 'league':
      return `共青团${area}委员会`;
    case 'customs':
      return `中华人民共和国${area.replace(/^常州市(?=.)/, '').replace(/[市区]$/, '')}海关`;
    default:
      return `${area}${office}`;
  }
}

/** 武进公安分局 is the city bureau's branch: 常州市公安局武进分局. `city` is the area whose bureau it is, -1 when unknown. */
export function houseName(dictionary: Dictionary, city: number, level: Level, bureau: string): string {
  const district = level.area >= 0 ? dictionary.areaName(level.area) : level.name;
  const stem = district.endsWith('开发区') ? district : district.replace(/[市区县]$/, '');
  return `${city >= 0 ? dictionary.areaFullName(city) : ''}${bureau}${stem}分局`;
}
