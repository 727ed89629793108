"""Which format specifications fractions take."""
from fractions import Fraction as F
for s in ['Q6f','X>010f','X<010f','X^010f','X=010f','0>010f','0<010f','>010f','<010f','=010e','=010f','=010%','>00.2f','>00f','006f','.010f','.02f','.000f','.e','.f','.g','.%','Z.2f','z','05','.2','e.','010f','00.2f','0f','z.2f','=0','>5','05f','X>5','#.3f','-z.1f',',.2f','_.2f','10_','0_f']:
    try: print(s, format(F(-7,3),s))
    except ValueError as e: print(s,e)
