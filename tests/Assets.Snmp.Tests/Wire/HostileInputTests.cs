using Assets.Snmp.Wire;

namespace Assets.Snmp.Tests.Wire;

public class HostileInputTests
{
    [Fact]
    public void Random_octets_never_throw_and_a_refusal_always_has_a_reason()
    {
        var random = new Random(1157);
        for (var i = 0; i < 200_000; i++)
        {
            var octets = new byte[random.Next(0, 120)];
            random.NextBytes(octets);
            if (octets.Length > 8 && i % 2 == 0)
                new byte[] { 0x30, (byte)(octets.Length - 2), 0x02, 0x01, 0x01, 0x04, 0x00 }.CopyTo(octets, 0);
            ReadThrough(octets);
        }
    }

    [Fact]
    public void A_valid_message_damaged_anywhere_never_throws()
    {
        var random = new Random(3417);
        var builder = new MessageBuilder();
        for (var i = 0; i < 20_000; i++)
        {
            builder.Clear();
            for (var n = random.Next(1, 12); n > 0; n--)
                builder.Append(MessageTests.AnyName(random).Encoded, MessageTests.AnyValue(random));
            builder.ClosePdu(PduType.Response, random.Next(), 0, 0);
            builder.WrapCommunity(SnmpVersion.V2c, "public"u8);
            var octets = builder.Message.ToArray();
            for (var hits = random.Next(1, 6); hits > 0; hits--)
                octets[random.Next(octets.Length)] = (byte)random.Next(256);
            ReadThrough(octets.AsSpan(0, random.Next(octets.Length + 1)));
        }
    }

    [Fact]
    public void Deep_nesting_and_giant_lengths_are_refused_without_allocating()
    {
        var nested = new byte[60_000];
        nested.AsSpan().Fill(0x30);
        byte[] giant = [0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF, 0x02, 0x01, 0x01];
        ReadThrough(nested);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            Assert.False(CommunityMessage.TryRead(nested, out _, out _));
            Assert.False(CommunityMessage.TryRead(giant, out _, out _));
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void ReadThrough(ReadOnlySpan<byte> octets)
    {
        if (!CommunityMessage.TryRead(octets, out var message, out var error))
        {
            Assert.NotEqual(DecodeError.None, error);
            return;
        }
        if (!PduView.TryRead(message.Pdu, out var pdu, out error))
        {
            Assert.NotEqual(DecodeError.None, error);
            return;
        }
        var reader = pdu.VarBinds;
        var bindings = 0;
        while (reader.TryRead(out var varBind))
        {
            var owned = varBind.ToVarBind();
            Assert.True(ObjectId.TryParse(owned.Name.ToString(), out var same) && same == owned.Name);
            Assert.NotNull(owned.Value.ToString());
            bindings++;
        }
        Assert.True(bindings <= octets.Length / 4);
    }
}
