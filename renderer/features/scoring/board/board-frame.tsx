/** A board as it is drawn: command bar, formula strip, tools, sheet, details, feet, and what opens over them. */
import type { JSX, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#shared/domain/entities.ts';
import { SheetHost } from '#renderer/grid/sheet-host.tsx';
import type { ExplanationStore } from '#renderer/features/explanations/explanation-store.ts';
import { FormulaStrip } from '../formula-strip.tsx';
import { SheetMenu, ToolsAbove, ToolsBeside } from '../tools/score-tool-views.tsx';
import { ToolButtons } from '../tools/tool-buttons.tsx';
import { WorkStrip } from '../work-strip.tsx';
import { CellDetails, PlanDialog, ReasonDialog } from './board-dialogs.ts';
import type { Board } from './use-board.ts';

export interface BoardFrameProps {
  readonly board: Board;
  readonly explanations: ExplanationStore;
  /** Stage of the cell with the focus. */
  readonly stage: Stage;
  readonly testId: string;
  readonly gridTestId: string;
  /** Command bar, before and after the buttons of the tools. */
  readonly bar: ReactNode;
  readonly actions?: ReactNode;
  /** A strip between the tools and the sheet. */
  readonly strip?: ReactNode;
  /** Said over a sheet without rows. */
  readonly empty?: string | null;
  /** Below the sheet. */
  readonly children: ReactNode;
  /** Dialogs of the board's own. */
  readonly dialogs?: ReactNode;
  readonly showPlace: (place: { readonly u?: number; readonly l?: number }) => void;
  /** A key that only this board knows; true when it was obeyed. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  readonly onSheetClick?: (event: MouseEvent) => void;
}

export function BoardFrame(props: BoardFrameProps): JSX.Element {
  const { board, stage, testId, gridTestId, empty } = props;
  const { store, tools, scoreSheet, sheet, panel, details, question, menu, view } = board;
  const { t } = useTranslation();

  function onKeyDown(event: KeyboardEvent): void {
    if (!panel.onKeyDown(event) && !props.onKey?.(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="scoring" data-testid={testId} data-ready={sheet !== null} onKeyDownCapture={onKeyDown}>
      <div className="score-bar">
        {props.bar}
        <span className="score-gap" />
        <ToolButtons tools={tools} />
        {props.actions}
        <button
          type="button"
          className="score-toggle"
          aria-pressed={panel.isOpen}
          data-testid="panel-toggle"
          onClick={() => panel.setOpen(!panel.isOpen)}
        >
          {t('scoring.panel')}
        </button>
      </div>
      {board.refusal && <div className="score-note">{board.refusal}</div>}
      <FormulaStrip
        store={store}
        details={details.shown}
        u={view.u}
        node={board.focus.node}
        stage={stage}
        onDeclared={() => panel.open('declared')}
      />
      <ToolsAbove
        tools={tools}
        store={store}
        kind={board.kind}
        options={scoreSheet.options}
        showPlace={props.showPlace}
      />
      {props.strip}
      <div className="score-middle" onClick={props.onSheetClick}>
        <SheetHost options={scoreSheet.options} onSheet={scoreSheet.onSheet} testId={gridTestId} />
        <WorkStrip work={scoreSheet.work} />
        {empty && <p className="score-empty">{empty}</p>}
        <ToolsBeside tools={tools} store={store} options={scoreSheet.options} />
        {panel.isOpen && (
          <div className="score-details">
            <CellDetails
              store={store}
              details={details.shown}
              explanations={props.explanations}
              u={view.u}
              l={board.focusedLeaf}
              stage={stage}
              tab={panel.tab}
              focusSerial={panel.focusSerial}
              dropped={board.dropped}
              onDropTaken={board.forgetDropped}
              onTab={panel.setTab}
              onLeave={board.takeFocus}
              onClose={() => {
                panel.setOpen(false);
                board.takeFocus();
              }}
            />
          </div>
        )}
      </div>
      {props.children}
      {menu && (
        <SheetMenu
          label={t('scoring.menu.label')}
          x={menu.x}
          y={menu.y}
          groups={menu.groups}
          onClose={board.closeMenu}
          onLeave={() => sheet?.takeFocus()}
        />
      )}
      {scoreSheet.asked && <PlanDialog store={store} asked={scoreSheet.asked} onAnswer={scoreSheet.answerStep} />}
      {question && (
        <ReasonDialog
          key={`${question.u}:${question.l}:${question.stage}`}
          store={store}
          question={question}
          known={board.knownReason}
          onAnswer={board.closeQuestion}
          onGiveUp={() => board.closeQuestion(null)}
        />
      )}
      {props.dialogs}
    </div>
  );
}
