# Empezado: los mensajes de un solo archivo. Lo que falta se dice en inglés.

chart-file = «{ $file }» no es un archivo de datos que se pueda leer
    .hint = use un archivo .csv, guardado como «CSV UTF-8», o .yaml

chart-empty = no hay ninguna cifra en estos datos
    .hint = la primera línea nombra las columnas y cada una de las siguientes es una fila

chart-quote = estas comillas no se cierran nunca
    .hint = escríbalas dos veces si pertenecen al texto: ""

chart-column-name = dos columnas se llaman «{ $column }»
    .hint = dé a cada una su propio nombre en la primera línea

chart-cells = esta fila tiene más celdas que las { $count } columnas de la primera línea
    .hint = ponga entre comillas rectas el texto que contiene { $separator }
    .hint-2 = quite lo que sobra o nombre la columna en la primera línea

chart-head = la primera línea contiene cifras y se toma por los nombres de las columnas
    .hint = escriba encima una línea con un nombre para cada columna, por ejemplo: año{ $separator }personas

chart-cells-missing = esta fila no tiene celda para «{ $column }»: no se muestra ninguna cifra
    .hint = escriba lo que falta; donde no haya cifra, basta el separador «{ $separator }»

chart-row-twice = dos filas se llaman «{ $row }»: se muestran las dos
    .hint = dé a cada una su propio nombre o suprima una de ellas

chart-column = estos datos no tienen ninguna columna «{ $column }»
    .hint = ¿quería escribir «{ $nearest }»?
    .hint-2 = las columnas son: { $known }

chart-number = «{ $value }» no es un número
    .hint = escriba { $suggested }
    .hint-2 = escriba solo cifras; deje la celda vacía donde no haya ninguna

chart-number-readings = «{ $value }» puede leerse como dos números distintos
    .hint = escriba { $suggested } o { $other }, según lo que quiera decir

chart-negative = { $value } no puede ser una parte de un todo
    .hint = corrija la cifra o dibuje barras: kind=bar

chart-whole = las partes de «{ $row }» suman cero
    .hint = deje vacías sus celdas si no hay cifras o dibuje barras: kind=bar

chart-series = { $count } series no se distinguen en un mismo gráfico; caben { $most } como máximo
    .hint = nombre menos columnas en y="…" o haga varios gráficos

chart-parts = { $count } partes de un todo no se distinguen; caben { $most } como máximo
    .hint = reúna las más pequeñas en una fila o dibuje barras: kind=bar

chart-rows = { $count } filas son demasiadas para un gráfico de este tipo; se leen { $most } como máximo
    .hint = deje las que importan o dibuje líneas: kind={ $kind }
    .hint-2 = deje las que importan

chart-yaml = los datos de un gráfico son una lista de filas, y esto no lo es
    .hint = escriba cada fila así: - {"{"}año: 2024, personas: 28604{"}"}

chart-collection = no hay ninguna colección «{ $collection }»
    .hint = ¿quería escribir «{ $nearest }»?
    .hint-2 = las colecciones son: { $known }

chart-by = «{ $collection }» es una colección, y nada dice según qué se cuentan sus elementos
    .hint = escriba, por ejemplo: by=year

chart-field = la colección «{ $collection }» no tiene ningún campo «{ $field }» { $wanted }
    .hint = ¿quería escribir «{ $nearest }»?
    .hint-2 = pueden servir: { $known }

chart-currencies = los importes en { $one } y en { $other } no se pueden sumar
    .hint = cuente los elementos, value=count, o ponga las cifras en un archivo de datos

chart-columns-here = las columnas se nombran aquí

chart-amount-here = este está en { $other }

chart-to-count-by = según el cual se puedan contar sus elementos

chart-to-add-up = que se pueda sumar
