/** The histogram of a block on a canvas; its text alternative is on the element around it. */
import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { CycleSettings } from '#shared/domain/entities.ts';
import { themeOf } from '#renderer/ui/theme.ts';
import { useThemeName } from '#renderer/ui/use-theme-name.ts';
import type { Bin } from './figures.ts';

use([BarChart, GridComponent, CanvasRenderer]);

/** Same order as `.class-mark[data-tone]` in ranking.css. */
const TONES = [
  'colorPaletteGreenForeground1',
  'colorCompoundBrandBackground',
  'colorPaletteMarigoldBorderActive',
  'colorPaletteRedForeground1',
  'colorNeutralStrokeAccessible',
] as const;

interface Props {
  readonly bins: readonly Bin[];
  readonly settings: CycleSettings;
}

/** Units per index range, stacked by class. */
export function DistributionChart({ bins, settings }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const themeName = useThemeName();

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const made = init(element);
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const theme = themeOf(themeName);
    const text = { color: theme.colorNeutralForeground2, fontFamily: theme.fontFamilyBase, fontSize: 11 };
    const kinds = [...settings.classes, null];
    chart.current?.setOption(
      {
        animation: false,
        grid: { left: 26, right: 4, top: 16, bottom: 20 },
        xAxis: {
          type: 'category',
          data: bins.map(({ fromPercent, toPercent }) => `${fromPercent}–${toPercent}`),
          axisLabel: { ...text, interval: 0, hideOverlap: true },
          axisTick: { show: false },
          axisLine: { lineStyle: { color: theme.colorNeutralStroke1 } },
        },
        yAxis: {
          type: 'value',
          minInterval: 1,
          splitNumber: 3,
          axisLabel: text,
          splitLine: { lineStyle: { color: theme.colorNeutralStroke3 } },
        },
        series: kinds.map((_, kind) => ({
          type: 'bar',
          stack: 'units',
          barCategoryGap: '20%',
          data: bins.map(({ perClass }) => perClass[kind] ?? 0),
          itemStyle: { color: theme[TONES[kind === kinds.length - 1 ? 4 : Math.min(kind, 3)] ?? TONES[4]] },
          label: {
            ...text,
            show: kind === kinds.length - 1,
            position: 'top',
            distance: 2,
            formatter: ({ dataIndex }: { dataIndex: number }) => String(bins[dataIndex]?.count || ''),
          },
        })),
      },
      { notMerge: true },
    );
  }, [bins, settings, themeName]);

  return <div ref={host} className="chart-host" />;
}
