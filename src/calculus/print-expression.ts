import { closedForms } from './closed-forms.ts';
import { evaluateExpression } from './elementary-field.ts';
import { type Expression, symbolsOf } from './expression.ts';
import { printClosedForm } from './print.ts';
import { rootOrders } from './root-orders.ts';

/** An expression as text, in the form in which its closed form is printed. */
export function printExpression(e: Expression): string {
  const orders = rootOrders([e]);
  const forms = closedForms(symbolsOf(e).map((name) => ({ name, positive: true, order: orders.get(name) ?? 1 })));
  return printClosedForm(forms, evaluateExpression(forms, e, forms.symbol));
}
